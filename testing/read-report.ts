/** What a Vitest run counted, from its JSON report. */
import { readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** A run that broke before it could write its report, or outside any test, counts as one failure. */
export function readReport(file: string, status: number): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed: number = report.numFailedTests;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    // No report: Vitest said above why it could not run.
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
