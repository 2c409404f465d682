/** Erased words must not be left in the database's files either. */
import { type Kysely, sql } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/**
 * SQLite: `secure_delete` has overwritten the freed space with zeros, but the write-ahead log still holds the old
 * pages. So we copy the log into the database and truncate it. While a reader is active (a backup), the log stays until
 * the next time. PostgreSQL's vacuum frees the space, and new rows overwrite it in time (docs/server.md).
 */
export async function checkpointWal(db: Kysely<Tables>): Promise<void> {
  if (kindOf(db) === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
