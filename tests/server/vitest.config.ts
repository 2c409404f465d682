import { defineConfig } from 'vitest/config';
import { findPostgres, NoPostgres } from '#testing/server/postgres.ts';

/** The server's tests once more, on PostgreSQL. On SQLite they run with the unit tests (vitest.config.ts). */
export default defineConfig({
  test: {
    include: missing() ? ['tests/server/no-postgres.ts'] : ['tests/server/**/*.test.ts'],
    globalSetup: missing() ? [] : ['tests/server/postgres-setup.ts'],
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

/** Without PostgreSQL nothing is run, and that is said aloud and counted as skipped. */
function missing(): boolean {
  try {
    findPostgres();
    return false;
  } catch (error) {
    if (!(error instanceof NoPostgres)) throw error;
    console.error(`\n${error.message}\n`);
    return true;
  }
}
