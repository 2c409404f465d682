/** One PostgreSQL for the whole run; every server in it gets a database of its own. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#testing/server/postgres.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres({ durable: false });
  project.provide('postgresUrl', cluster.urlOf('postgres'));
  return () => cluster.stop();
}
