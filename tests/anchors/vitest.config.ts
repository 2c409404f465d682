import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '#testing/browser/chromium.ts';

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
          executablePath: await findChromium(),
          args: ['--no-sandbox'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
