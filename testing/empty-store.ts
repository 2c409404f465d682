/**
 * Where a test's server keeps its data: a database of its own in memory, or on the PostgreSQL that the run started
 * (`npm test -- server`, tests/server/vitest.config.ts). The same test files hold for both.
 */
import { inject } from 'vitest';
import type { StartOptions } from '#server/app.ts';
import { createDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's PostgreSQL; unset where the run is on SQLite. */
    postgresUrl: string;
  }
}

/** The address of the run's PostgreSQL, if it is on one. */
export function postgresUrl(): string | undefined {
  // The bench starts the same teams without Vitest, which then has nothing to give.
  return process.env.VITEST ? inject('postgresUrl') : undefined;
}

/** Settings for a server with an empty database. */
export async function emptyStore(): Promise<StartOptions> {
  const url = postgresUrl();
  if (url === undefined) return { dataDir: ':memory:' };
  return { dataDir: ':memory:', databaseUrl: await createDatabase(url), databasePool: 4 };
}
