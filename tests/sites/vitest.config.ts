import { defineConfig } from 'vitest/config';

/** The main job on real software, with the shipped build. Run by `npm run test:sites`, one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/sites/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    // A first start installs packages and fills a database.
    hookTimeout: 300_000,
  },
});
