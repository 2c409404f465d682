import { defineConfig } from 'vitest/config';

/** End to end: the shipped build in real browsers. One file at a time: two cores, several browsers each. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
