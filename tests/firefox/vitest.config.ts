import { defineConfig } from 'vitest/config';

/** The Firefox build in a real Firefox. Needs `.output/firefox-mv3`; finds or installs the browser, else says so. */
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
