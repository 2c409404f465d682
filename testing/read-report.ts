/** What a run of tests counted, from the JSON report of its runner. */
import { readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export type Runner = 'vitest' | 'playwright';

/** The arguments with which a runner shows its tests and writes its report to `file`. */
export function reportTo(runner: Runner, file: string): string[] {
  if (runner === 'vitest') return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  // Which Playwright asks the environment for.
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
  return ['--reporter=list,json'];
}

/** A run that was interrupted, or broke before its report or outside any test, counts as one failure at least. */
export function readReport(file: string, status: number): Count {
  const count = countIn(file);
  if (!count) return { passed: 0, failed: 1, skipped: 0 };
  return { ...count, failed: count.failed === 0 && status !== 0 ? 1 : count.failed };
}

/** Of either runner; undefined where there is no report: the runner said above why it could not run. */
function countIn(file: string): Count | undefined {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return 'stats' in report ? fromPlaywright(report) : fromVitest(report);
  } catch {
    return;
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

function fromVitest(report: VitestReport): Count {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Nothing is tried twice, so a test that passes now and then does not count as passed. */
function fromPlaywright({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
