/** What a database takes on the disk, table by table, indexes included. Runs in the server's process. */
import { sql } from 'kysely';
import type { Database } from '#server/store/database.ts';

/** Bytes by table. */
export type Weight = Record<string, number>;

export async function weigh({ db, kind }: Database): Promise<Weight> {
  if (kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  const sizes =
    kind === 'postgres'
      ? sql<{ name: string; bytes: number }>`
          select relname as name, pg_total_relation_size(oid) as bytes from pg_class
          where relkind = 'r' and relnamespace = 'public'::regnamespace`
      : sql<{ name: string; bytes: number }>`
          select m.tbl_name as name, sum(s.pgsize) as bytes from dbstat s
          join sqlite_master m on m.name = s.name group by m.tbl_name`;
  const { rows } = await sizes.execute(db);
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}
