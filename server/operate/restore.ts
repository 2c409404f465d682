/**
 * `restore FILE`: fills an empty database from a backup. Devices with a cursor that is newer than the backup notice
 * that by its tag, pull everything again, and offer again what the backup does not have.
 */
import type { Kysely, Transaction } from 'kysely';
import { logEntry } from '#server/audit/log.ts';
import { BackupProblem, readBackupFile } from '#server/exchange/backup-file.ts';
import { doneMigrations, migrate, migrationNames } from '#server/store/migrations.ts';
import type { Tables } from '#server/store/schema.ts';
import { backupEnd, backupHead, backupRow, backupTable, listTables } from './backup.ts';
import { columnTypes, insertFitting } from './insert-fitting.ts';

/** How many rows to write at once. */
const PAGE = 200;

export interface RestoreInput {
  file: string;
  key: string | undefined;
  /** ms since 1970. */
  now: number;
  /** Called for each row that could not be stored as it was: which one, and what happened to it. */
  onOdd?(line: string): void;
  /** Brings the auth library's tables up to this version. */
  migrateAuth(): Promise<void>;
}

/** How many rows of the backup are in the database now, and how many it refused. */
export interface Restored {
  rows: number;
  leftOut: number;
}

/** @throws BackupProblem, and then no rows were written. */
export async function restore(db: Kysely<Tables>, input: RestoreInput): Promise<Restored> {
  await refuseFull(db);
  const lines = readBackupFile(input.file, input.key);
  const head = backupHead.safeParse((await lines.next()).value);
  if (!head.success) throw new BackupProblem(`${input.file} is not a backup of Sideline.`);
  const { migrations, made } = head.data;
  const unknown = migrations.filter(name => !migrationNames.includes(name));
  if (unknown.length > 0) {
    throw new BackupProblem(`The backup is of a newer version of Sideline (${unknown.join(', ')}).`);
  }
  if ((await doneMigrations(db)).some(name => !migrations.includes(name))) {
    throw new BackupProblem('The database has newer tables than the backup. Restore into an empty one.');
  }
  // First the tables as they were at the time of the backup, then its rows, then the migrations since.
  await migrate(db, migrations.at(-1));
  await input.migrateAuth();
  const restored = await db.transaction().execute(trx => fill(trx, input, lines));
  await migrate(db);
  const workspaces = await db.selectFrom('workspaces').select('id').execute();
  for (const { id } of workspaces) {
    await logEntry(db, id, input.now, { kind: 'restore', type: 'workspace', targetId: id, detail: { made } });
  }
  return restored;
}

async function refuseFull(db: Kysely<Tables>): Promise<void> {
  const tables = await db.introspection.getTables();
  for (const name of ['user', 'workspaces'] as const) {
    if (!tables.some(table => table.name === name)) continue;
    const any = await db.selectFrom(name).select('id').limit(1).executeTakeFirst();
    if (any) throw new BackupProblem('There is something in this database. Restore into an empty one.');
  }
}

async function fill(
  trx: Transaction<Tables>,
  { file, now, onOdd = () => {} }: RestoreInput,
  lines: AsyncIterable<unknown>,
): Promise<Restored> {
  const known = new Map((await listTables(trx)).map(({ name, columns }) => [name, columns]));
  const types = await columnTypes(trx);
  let table: { table: string; columns: string[] } | undefined;
  let some: unknown[][] = [];
  let rows = 0;
  let lineCount = 0;
  let ended = false;
  const write = async () => {
    if (table) rows += await insertFitting(trx, { ...table, types, now, onOdd }, some);
    some = [];
  };
  for await (const line of lines) {
    const row = backupRow.safeParse(line);
    if (row.success && table) {
      lineCount += 1;
      some.push(row.data);
      if (some.length >= PAGE) await write();
      continue;
    }
    await write();
    const end = backupEnd.safeParse(line);
    ended = end.success && end.data.rows === lineCount;
    if (end.success) continue;
    table = backupTable.parse(line);
    const columns = known.get(table.table);
    // These names become part of a statement, so we accept only those that the database has.
    const strange = table.columns.find(column => !columns?.includes(column));
    if (!columns || strange !== undefined) {
      throw new BackupProblem(
        `The backup has a table or column that this version does not know: ${table.table}.`,
      );
    }
  }
  if (!ended) throw new BackupProblem(`${file} is cut off.`);
  return { rows, leftOut: lineCount - rows };
}
