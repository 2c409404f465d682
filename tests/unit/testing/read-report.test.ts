/** The one line at the end of `npm test` counts what each runner reports, and believes no run that broke. */
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

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 };

it('counts a run of Vitest', () => {
  expect(readReport(written(vitest), 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

it('counts a run of Playwright; what passed at a second try did not pass', () => {
  expect(readReport(written({ stats, errors: [] }), 1)).toEqual({ passed: 7, failed: 3, skipped: 3 });
});

it('counts a run that ended badly as a failure, also where no test failed', () => {
  const clean = { ...stats, unexpected: 0, flaky: 0 };
  expect(readReport(written({ stats: clean, errors: [] }), 1)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  expect(readReport(written({ ...vitest, numFailedTests: 0 }), 130)).toMatchObject({ passed: 5, failed: 1 });
});

it('counts a missing or broken report as a failure', () => {
  const nothing = { passed: 0, failed: 1, skipped: 0 };
  expect(readReport(join(folder, 'none.json'), 0)).toEqual(nothing);
  expect(readReport(written('{"stats":'), 0)).toEqual(nothing);
});
