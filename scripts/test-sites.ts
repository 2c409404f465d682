/**
 * `npm run test:sites`: the main job on real software with the shipped build. Starts each application (installing what
 * it needs where that is possible), runs the tests of those that are there, says loudly which are not, and ends with
 * one line. `npm run test:sites -- tryton players` takes only these.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '#testing/browser/chromium.ts';
import { readReport, reportTo } from '#testing/read-report.ts';
import { type RunningSite, type SiteName, SiteSkipped, startSite } from './site-software/index.ts';

/** Which test files stand on which application. */
const TESTS: Partial<Record<SiteName, string[]>> = {
  tryton: ['tests/sites/tryton.test.ts'],
  dokuwiki: ['tests/sites/dokuwiki.test.ts'],
  tiddlywiki: ['tests/sites/tiddlywiki.test.ts'],
  players: ['tests/sites/videojs.test.ts', 'tests/sites/players.test.ts'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !Object.hasOwn(TESTS, name));
if (unknown.length > 0)
  fail(`There is no application ${unknown.join(', ')}: ${Object.keys(TESTS).join(', ')}.`);
const names = (Object.keys(TESTS) as SiteName[]).filter(name => wanted.length === 0 || wanted.includes(name));

try {
  process.env.SIDELINE_CHROMIUM = await findChromium();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
// Its size is a matter of `npm test`.
if ((await run('wxt', ['build'])) !== 0) fail('The extension could not be built.');

const running: RunningSite[] = [];
const addresses: Record<string, Record<string, string>> = {};
let broken = 0;
for (const name of names) {
  try {
    const site = await startSite(name);
    running.push(site);
    addresses[name] = site.pages;
    console.log(`${name}: ${site.url}`);
  } catch (error) {
    if (error instanceof SiteSkipped) console.log(`${name}: ${error.message}`);
    else {
      broken += 1;
      console.error(`${name} could not be started:`, error);
    }
  }
}

const count = { passed: 0, failed: broken, failures: [] as string[] };
const files = Object.keys(addresses).flatMap(name => TESTS[name as SiteName] ?? []);
if (files.length > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-sites-'));
  const report = join(folder, 'report.json');
  process.env.SIDELINE_SITES = JSON.stringify(addresses);
  const config = ['--config', 'tests/sites/playwright.config.ts'];
  const status = await run('playwright', ['test', ...config, ...files, ...reportTo('playwright', report)]);
  const read = readReport('playwright', report, status);
  count.passed += read.passed;
  count.failed += read.failed;
  count.failures.push(...read.failures);
  rmSync(folder, { recursive: true, force: true });
}
for (const site of running) await site.stop();
const skipped = names.length - running.length - broken;
if (skipped > 0)
  console.log(`\n${skipped} of ${names.length} applications skipped: see above for what they need.`);
finish();

function run(command: string, args: string[]): Promise<number> {
  return new Promise(done => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: process.env });
    child.on('error', error => {
      console.error(error.message);
      done(1);
    });
    child.on('close', code => done(code ?? 1));
  });
}

function fail(message: string): never {
  console.error(message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

function finish(): never {
  if (count.failures.length > 0) console.log(`\n${count.failures.join('\n')}`);
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed === 0 ? 0 : 1);
}
