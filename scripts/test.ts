/**
 * `npm test`: everything that holds Sideline together, on a fresh machine: lint, types, unit and property tests, the
 * build with its size limits, and the end-to-end loop in a real Chromium. Ends with the names of what failed and one line
 * for all of them together.
 * `npm test -- e2e` runs only the steps whose name holds that word, `npm test -- smoke` the shortest way through the
 * main job on what was built.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '#testing/browser/chromium.ts';
import { type Count, type Runner, readReport, reportTo } from '#testing/read-report.ts';

interface Step {
  name: string;
  command: string[];
  /** Whose tests are counted one by one. Everything else counts as one. */
  runner?: Runner;
  /** Runs only where it is asked for. */
  extra?: boolean;
}

const STEPS: Step[] = [
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['wxt', 'prepare'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'unit', command: ['vitest', 'run'], runner: 'vitest' },
  {
    name: 'server',
    command: ['vitest', 'run', '--config', 'tests/server/vitest.config.ts'],
    runner: 'vitest',
  },
  {
    name: 'anchors',
    command: ['vitest', 'run', '--config', 'tests/anchors/vitest.config.ts'],
    runner: 'vitest',
  },
  {
    name: 'components',
    command: ['vitest', 'run', '--config', 'tests/components/vitest.config.ts'],
    runner: 'vitest',
  },
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  { name: 'build', command: ['node', 'scripts/zip-twice.ts'] },
  { name: 'e2e', command: ['playwright', 'test'], runner: 'playwright' },
  { name: 'smoke', command: ['playwright', 'test', '--grep', '@smoke'], runner: 'playwright', extra: true },
  {
    name: 'firefox',
    command: ['vitest', 'run', '--config', 'tests/firefox/vitest.config.ts'],
    runner: 'vitest',
  },
];

const wanted = process.argv.slice(2);
const steps = STEPS.filter(({ name, extra }) =>
  wanted.length === 0 ? !extra : wanted.some(word => name.includes(word)),
);
const total: Count = { passed: 0, failed: 0, skipped: 0, failures: [], secondTries: [] };
const reports = mkdtempSync(join(tmpdir(), 'sideline-test-'));
// The tests start the server some hundreds of times: Node then compiles its files once, not each time.
process.env.NODE_COMPILE_CACHE ??= join(reports, 'compiled');

try {
  process.env.SIDELINE_CHROMIUM = await findChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

for (const [index, step] of steps.entries()) {
  console.log(`\n── ${step.name}: ${step.command.join(' ')}`);
  const report = join(reports, `${index}.json`);
  const status = await run([...step.command, ...(step.runner ? reportTo(step.runner, report) : [])]);
  const count = step.runner ? readReport(step.runner, report, status) : countAsOne(step, status);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  total.failures.push(...count.failures.map(failure => `${step.name}, ${failure}`));
  total.secondTries.push(...count.secondTries.map(each => `${step.name}, ${each}`));
}
rmSync(reports, { recursive: true, force: true });

if (total.skipped > 0) console.log(`\n${total.skipped} skipped: see above for what they need.`);
if (total.secondTries.length > 0) {
  console.log(
    `\nPassed only at the second try, which somebody should look into:\n${total.secondTries.join('\n')}`,
  );
}
if (total.failures.length > 0) console.log(`\n${total.failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function countAsOne({ command }: Step, status: number): Count {
  const failures = status === 0 ? [] : [command.join(' ')];
  return { passed: status === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures, secondTries: [] };
}

function run([command = '', ...args]: string[]): Promise<number> {
  return new Promise(done => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: process.env });
    child.on('error', error => {
      console.error(error.message);
      done(1);
    });
    child.on('close', code => done(code ?? 1));
  });
}
