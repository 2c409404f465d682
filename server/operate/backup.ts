/** `backup FILE`: everything that the database holds at one moment, while the server runs and people write. */
import { type Kysely, sql } from 'kysely';
import { z } from '#lib/records/zod.ts';
import { writeBackupFile } from '#server/exchange/backup-file.ts';
import { kindOf } from '#server/store/database.ts';
import { migrationNames } from '#server/store/migrations.ts';
import type { Tables } from '#server/store/schema.ts';

export const backupHead = z.object({
  sideline: z.literal('backup'),
  version: z.literal(1),
  /** ISO. */
  made: z.string(),
  /** The migrations that the database had when the backup was made. */
  migrations: z.array(z.string()),
});
export const backupTable = z.object({ table: z.string(), columns: z.array(z.string()) });
export const backupRow = z.array(z.unknown());
export const backupEnd = z.object({ end: z.literal(true), rows: z.int() });

/**
 * Tables that we leave out: the list of migrations (it is in the head), and what lasts only for minutes or belongs to a
 * browser. After a restore people have to sign in to the pages again; their devices stay signed in.
 */
const LEFT_OUT = [
  'sideline_migrations',
  'sideline_migrations_lock',
  'session',
  'known_browsers',
  'verification',
  'deviceCode',
  'device_requests',
  'tickets',
];
/** Other tables refer to these. */
const FIRST = ['user', 'organization'];

/** How many rows to read at once. */
const PAGE = 500;

/** Returns how many rows were written. @throws BackupProblem when the file cannot be written. */
export function backup(
  db: Kysely<Tables>,
  file: string,
  key: string | undefined,
  now: number,
): Promise<number> {
  const transaction =
    kindOf(db) === 'postgres'
      ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      : db.transaction();
  return transaction.execute(async trx => {
    let rows = 0;
    async function* lines(): AsyncGenerator<unknown> {
      const made = new Date(now).toISOString();
      const head: z.infer<typeof backupHead> = {
        sideline: 'backup',
        version: 1,
        made,
        migrations: [...migrationNames],
      };
      yield head;
      for (const { name, columns } of await listTables(trx)) {
        yield { table: name, columns };
        for await (const row of readTable(trx, name, columns)) {
          rows += 1;
          yield columns.map(column => row[column] ?? null);
        }
      }
      yield { end: true, rows } satisfies z.infer<typeof backupEnd>;
    }
    await writeBackupFile(file, key, lines());
    return rows;
  });
}

/** The tables with their columns. Those that others refer to come first. */
export async function listTables(db: Kysely<Tables>): Promise<{ name: string; columns: string[] }[]> {
  const tables = await db.introspection.getTables();
  const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return tables
    .filter(({ name }) => !LEFT_OUT.includes(name))
    .map(({ name, columns }) => ({ name, columns: columns.map(column => column.name) }))
    .sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1));
}

type Row = Record<string, unknown>;

async function* readTable(
  trx: Kysely<Tables>,
  table: string,
  columns: readonly string[],
): AsyncGenerator<Row> {
  if (kindOf(trx) === 'sqlite') {
    // A number that JavaScript cannot hold would end the backup: it goes in as a text, and is fitted at the restore.
    const values = columns.map(name => {
      const column = sql.ref(name);
      const most = sql.lit(Number.MAX_SAFE_INTEGER);
      return sql`case when typeof(${column}) = 'integer' and ${column} not between -${most} and ${most}
        then cast(${column} as text) else ${column} end as ${column}`;
    });
    // Start after the last row's place in the file, so that no page is slower than the one before.
    for (let after = -1; ; ) {
      const { rows } = await sql<Row & { place: number }>`
        select rowid as place, ${sql.join(values)} from ${sql.table(table)} where rowid > ${after} order by rowid limit ${PAGE}
      `.execute(trx);
      const last = rows.at(-1);
      if (!last) return;
      after = last.place;
      yield* rows;
    }
  }
  await sql`declare backup cursor for select * from ${sql.table(table)}`.execute(trx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(PAGE)} from backup`.execute(trx);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close backup`.execute(trx);
}
