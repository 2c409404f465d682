/**
 * Where a test's server keeps its data: a database of its own in memory, or on the PostgreSQL that the run started
 * (`npm test -- server`, tests/server/vitest.config.ts). The same test files hold for both.
 */
import type { StartOptions } from '#server/start.ts';
import { createDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's PostgreSQL; unset where the run is on SQLite. */
    postgresUrl: string;
  }
}

/** Measurements and the tests in a browser start the same teams without Vitest. */
const vitest = process.env.VITEST ? await import('vitest') : undefined;

/** The address of the run's PostgreSQL, if it is on one. */
export function postgresUrl(): string | undefined {
  return vitest?.inject('postgresUrl');
}

/** Settings for a server with an empty database. */
export async function emptyStore(): Promise<StartOptions> {
  const url = postgresUrl();
  if (url === undefined) return { dataDir: ':memory:' };
  return { dataDir: ':memory:', databaseUrl: await createDatabase(url), databasePool: 4 };
}
