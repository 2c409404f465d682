/** `npm run build`: the shipped extension for both browsers, and the sizes that it must not pass. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes, minified. The page script is on every enabled page; the tools come when there is something to do. */
const LIMITS: Record<string, number> = {
  'page.js': 15_000,
  'tools.js': 50_000,
  'teach.js': 60_000,
};

const browsers = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['chrome', 'firefox'];
for (const browser of browsers) {
  const built = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', browser], {
    stdio: ['ignore', process.env.CI ? 'ignore' : 'inherit', 'inherit'],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  checkSizes(join('.output', `${browser}-mv3`));
}

function checkSizes(dir: string): void {
  for (const [file, limit] of Object.entries(LIMITS)) {
    const bytes = statSync(join(dir, file)).size;
    console.log(`${dir}/${file}: ${bytes} of at most ${limit} bytes`);
    if (bytes > limit) fail(`${file} is ${bytes - limit} bytes too large.`);
  }
  const page = readFileSync(join(dir, 'page.js'), 'utf8');
  if (/react|dexie|zod/i.test(page)) fail('The page script has React, Dexie or zod in it.');
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    host_permissions?: string[];
  };
  if (manifest.host_permissions?.length) fail('The manifest asks for host permissions at install.');
  if (readdirSync(dir, { recursive: true }).some(name => String(name).endsWith('.map')))
    fail('Source maps are shipped.');
}

function fail(message: string): never {
  console.error(`build: ${message}`);
  process.exit(1);
}
