/** What was erased must not be found in the database's files either. */
import { type Kysely, sql } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/**
 * SQLite: `secure_delete` has written zeros over what was freed, but the write-ahead log still holds the pages as they
 * were before; it is carried over and cut to nothing. A reader that is at work just then (a backup) keeps it until the
 * next time. PostgreSQL's own vacuum makes the room free; what lies there is written over with time (docs/server.md).
 */
export async function checkpointWal(db: Kysely<Tables>): Promise<void> {
  if (kindOf(db) === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
