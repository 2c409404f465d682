import { defineConfig } from '@playwright/test';
import { findChromium } from './testing/browser/chromium.ts';

/** The workers, which read this once more, and whatever they start take the same browser. */
process.env.SIDELINE_CHROMIUM = await findChromium();

/** End to end: the shipped build in a real Chromium (docs/testing.md). */
export default defineConfig({
  testDir: 'tests/e2e',
  // Each has ports, profiles and data of its own (testing/test.ts). The tests of a file go one after the other.
  workers: 2,
  timeout: 90_000,
  // A browser on a busy machine is late now and then. What needed it is named at the end of `npm test`.
  retries: 1,
  expect: { timeout: 15_000, toPass: { timeout: 30_000 } },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    launchOptions: { executablePath: process.env.SIDELINE_CHROMIUM, args: ['--no-sandbox'] },
    // Steps, console and network. Pages and film take too much of the machine; `--trace retain-on-failure` adds them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
});
