import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { findChromium } from '#testing/browser/chromium.ts';
import { galleryConfig } from '../../gallery/vite.ts';

/** A Wednesday at noon (UTC), so that what the views say of days does not depend on when the tests run. */
const NOW = Date.UTC(2026, 10, 4, 12);

/** The stories of the gallery in a real Chromium, without a build of the extension. */
export default mergeConfig(
  galleryConfig(NOW),
  defineConfig({
    test: {
      include: ['tests/components/**/*.test.tsx'],
      testTimeout: 60_000,
      api: { port: 43_410, host: '127.0.0.1' },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport: { width: 320, height: 900 },
        provider: playwright({
          launchOptions: { executablePath: await findChromium(), args: ['--no-sandbox'] },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }),
);
