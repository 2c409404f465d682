/** Inserts the rows of a backup, and goes on beside one that the database refuses. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { kindOf } from '#server/store/database.ts';
import { insertValues } from '#server/store/insert-rows.ts';
import type { Tables } from '#server/store/schema.ts';
import { unavailable } from '#server/store/unavailable.ts';
import { fitRow } from './fit-row.ts';

/** The type of each column, by `table.column`. */
export type ColumnTypes = ReadonlyMap<string, string>;

export async function columnTypes(db: Kysely<Tables>): Promise<ColumnTypes> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables.flatMap(({ name, columns }) =>
      columns.map(column => [`${name}.${column.name}`, column.dataType] as const),
    ),
  );
}

export interface Target {
  table: string;
  columns: readonly string[];
  types: ColumnTypes;
  now: number;
  onOdd(line: string): void;
}

/** Returns how many of the rows are in. */
export async function insertFitting(
  trx: Transaction<Tables>,
  target: Target,
  rows: readonly (readonly unknown[])[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { table, columns, types, now, onOdd } = target;
  const fitted = rows.map(values => {
    // SQLite takes everything that it gave.
    if (kindOf(trx) !== 'postgres') return [...values];
    const typed = columns.map(name => ({ name, dataType: types.get(`${table}.${name}`) ?? 'text' }));
    const { row, changes } = fitRow(typed, values, now);
    if (changes.length > 0) onOdd(`${nameOf(target, values)}: ${changes.join('; ')}.`);
    return row;
  });
  if (await tryInsert(trx, target, fitted)) return rows.length;
  let count = 0;
  for (const values of fitted) {
    if (await tryInsert(trx, target, [values])) count += 1;
    else onOdd(`${nameOf(target, values)}: left out, the database does not take it.`);
  }
  return count;
}

/** Within a savepoint, so that a refused row does not end the transaction. @throws when the database cannot work now. */
async function tryInsert(
  trx: Transaction<Tables>,
  { table, columns }: Target,
  rows: readonly (readonly unknown[])[],
): Promise<boolean> {
  await sql`savepoint some_rows`.execute(trx);
  try {
    await insertValues(trx, table, columns, rows);
    await sql`release savepoint some_rows`.execute(trx);
    return true;
  } catch (error) {
    if (unavailable(error) !== undefined) throw error;
    await sql`rollback to savepoint some_rows`.execute(trx);
    return false;
  }
}

/** The row by its keys, none of which is anybody's words: `records 0195…`. */
function nameOf({ table, columns }: Target, values: readonly unknown[]): string {
  const keys = ['workspace_id', 'id', 'n', 'seq', 'member_id', 'record_id', 'ref_id'];
  const named = columns.flatMap((column, at) =>
    keys.includes(column) ? [`${column} ${String(values[at])}`] : [],
  );
  return `${table} (${named.join(', ').slice(0, 300)})`;
}
