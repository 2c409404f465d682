import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** The main job on real software, with the shipped build. Run by `npm run test:sites`, one file at a time. */
export default defineConfig(base, {
  testDir: '.',
  workers: 1,
  // A first start installs packages and fills a database.
  timeout: 300_000,
});
