/** What a run of tests counted, and what failed in it, from the JSON report of its runner. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, as `runner: file › name`. A run that broke outside any test has one line that says so. */
  failures: string[];
  /** What failed and then passed, named in the same way. It counts as passed. */
  secondTries: string[];
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
export function readReport(runner: Runner, file: string, status: number): Count {
  const count = countIn(runner, file);
  if (!count) {
    const failures = [`${runner}: no report, see above`];
    return { passed: 0, failed: 1, skipped: 0, failures, secondTries: [] };
  }
  if (status !== 0 && count.failed === 0) count.failed = 1;
  // What is counted must be named, too.
  if (count.failed > 0 && count.failures.length === 0) {
    count.failures.push(`${runner}: broke outside any test (exit code ${status}), see above`);
  }
  return count;
}

/** Undefined where there is no report: the runner said above why it could not run. */
function countIn(runner: Runner, file: string): Count | undefined {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return runner === 'playwright' ? fromPlaywright(report) : fromVitest(report);
  } catch {
    return;
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** The file's absolute path. */
    name: string;
    status: string;
    assertionResults: { ancestorTitles: string[]; title: string; status: string }[];
  }[];
}

function fromVitest(report: VitestReport): Count {
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter(each => each.status === 'failed');
    // A file that could not be loaded has no tests, and a hook that broke may leave none of them failed.
    if (failed.length === 0) return status === 'failed' ? [`vitest: ${file}`] : [];
    return failed.map(({ ancestorTitles, title }) => lineOf('vitest', file, [...ancestorTitles, title]));
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    secondTries: [],
  };
}

interface PlaywrightSuite {
  title: string;
  specs?: { title: string; file: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightReport {
  config: { rootDir: string };
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** One for each file, whose title is the file's name. */
  suites: PlaywrightSuite[];
}

function fromPlaywright({ config, stats, suites }: PlaywrightReport): Count {
  const folder = relative(process.cwd(), config.rootDir);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: suites.flatMap(file => namesOf('unexpected', file, [], folder)),
    secondTries: suites.flatMap(file => namesOf('flaky', file, [], folder)),
  };
}

function namesOf(
  wanted: 'unexpected' | 'flaky',
  { specs = [], suites = [] }: PlaywrightSuite,
  within: string[],
  folder: string,
): string[] {
  const found = specs.filter(({ tests }) => tests.some(({ status }) => status === wanted));
  return [
    ...found.map(({ file, title }) =>
      lineOf('playwright', folder ? `${folder}/${file}` : file, [...within, title]),
    ),
    ...suites.flatMap(each => namesOf(wanted, each, [...within, each.title], folder)),
  ];
}

function lineOf(runner: Runner, file: string, titles: string[]): string {
  return `${runner}: ${[file, ...titles].join(' › ')}`;
}
