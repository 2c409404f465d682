import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Anchors in a real Chromium: ranges, visibility, mutation observers and shadow roots are the browser's own. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/anchors/**/*.test.ts'],
    testTimeout: 60_000,
    api: { port: 43_400, host: '127.0.0.1' },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
          args: ['--no-sandbox'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
