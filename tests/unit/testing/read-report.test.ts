/** The end of `npm test` counts and names what each runner reports, and believes no run that broke. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readReport } from '#testing/read-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'sideline-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return file;
}

const vitest = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    {
      name: join(process.cwd(), 'tests/unit/one.test.ts'),
      status: 'failed',
      assertionResults: [
        { ancestorTitles: [], title: 'holds', status: 'passed' },
        { ancestorTitles: ['a group', 'an inner one'], title: 'breaks', status: 'failed' },
        { ancestorTitles: [], title: 'waits', status: 'pending' },
      ],
    },
  ],
};
const cleanVitest = { ...vitest, numFailedTests: 0, testResults: [] };

const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 };
const spec = (title: string, status: string) => ({ title, file: 'solo.test.ts', tests: [{ status }] });
const playwright = {
  config: { rootDir: join(process.cwd(), 'tests/e2e') },
  stats,
  errors: [],
  suites: [
    {
      title: 'solo.test.ts',
      specs: [spec('starts', 'expected'), spec('ends', 'unexpected')],
      suites: [{ title: 'a group', specs: [spec('comes and goes', 'flaky'), spec('waits', 'skipped')] }],
    },
  ],
};
const cleanPlaywright = { ...playwright, stats: { ...stats, unexpected: 0, flaky: 0 }, suites: [] };

it('counts a run of Vitest and names what failed', () => {
  expect(readReport('vitest', written(vitest), 1)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 3,
    failures: ['vitest: tests/unit/one.test.ts › a group › an inner one › breaks'],
    secondTries: [],
  });
});

it('counts a run of Playwright and names what failed, and what passed only at the second try', () => {
  expect(readReport('playwright', written(playwright), 1)).toEqual({
    passed: 9,
    failed: 1,
    skipped: 3,
    failures: ['playwright: tests/e2e/solo.test.ts › ends'],
    secondTries: ['playwright: tests/e2e/solo.test.ts › a group › comes and goes'],
  });
});

it('names a file that could not be loaded', () => {
  const name = join(process.cwd(), 'tests/unit/two.test.ts');
  const testResults = [{ name, status: 'failed', assertionResults: [] }];
  expect(readReport('vitest', written({ ...cleanVitest, testResults }), 1)).toMatchObject({
    failed: 1,
    failures: ['vitest: tests/unit/two.test.ts'],
  });
});

it('counts and names a run that ended badly, also where no test failed', () => {
  expect(readReport('playwright', written(cleanPlaywright), 1)).toEqual({
    passed: 7,
    failed: 1,
    skipped: 3,
    failures: ['playwright: broke outside any test (exit code 1), see above'],
    secondTries: [],
  });
  expect(readReport('vitest', written(cleanVitest), 130)).toMatchObject({
    passed: 5,
    failed: 1,
    failures: ['vitest: broke outside any test (exit code 130), see above'],
  });
});

it('names nothing where all is well', () => {
  expect(readReport('playwright', written(cleanPlaywright), 0)).toMatchObject({ failed: 0, failures: [] });
  expect(readReport('vitest', written(cleanVitest), 0)).toMatchObject({ failed: 0, failures: [] });
});

it('counts a missing or broken report as a failure', () => {
  const nothing = {
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: ['vitest: no report, see above'],
    secondTries: [],
  };
  expect(readReport('vitest', join(folder, 'none.json'), 0)).toEqual(nothing);
  expect(readReport('vitest', written('{"stats":'), 0)).toEqual(nothing);
  expect(readReport('playwright', written('{}'), 0).failures).toEqual(['playwright: no report, see above']);
});
