import { configDefaults, defineConfig } from 'vitest/config';

/** Unit and property tests in Node. What needs a browser is in tests/e2e and tests/anchors (see docs/testing.md). */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/server/**/*.test.ts'],
    // Several instances need PostgreSQL: tests/server/vitest.config.ts.
    exclude: [...configDefaults.exclude, 'tests/server/instances.test.ts'],
    // All cores: Vitest would leave one idle, half of a small machine.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
});
