/**
 * Writes many rows in one statement. We build it by hand, because the query builder takes longer to put such a
 * statement together than the database takes to run it. Names come from our own code only; values are always
 * parameters.
 */
import { CompiledQuery, type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** Far below what either database accepts in one statement (SQLite 32,766 parameters, PostgreSQL 65,535). */
const MAX_PARAMETERS = 12_000;

/**
 * PostgreSQL gets rows in statements of these sizes only. The same few statements then come again and again and stay
 * prepared (postgres-session.ts).
 */
const SIZES = [50, 10, 1];

/** The columns of a table, in the order in which they are written. */
export type ColumnsOf<T extends keyof Tables> = readonly (keyof Insertable<Tables[T]> & string)[];

/** `conflict`: what follows the values, e.g. `on conflict (…) do nothing`. */
export async function insertRows<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  columns: ColumnsOf<T>,
  rows: readonly Insertable<Tables[T]>[],
  conflict = '',
): Promise<void> {
  for (const query of insertionOf(db, table, columns, rows, conflict)) await db.executeQuery(query);
}

/** The statements that insert these rows; none when there are no rows. */
export function insertionOf<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  columns: ColumnsOf<T>,
  rows: readonly Insertable<Tables[T]>[],
  conflict = '',
): CompiledQuery[] {
  const values = rows.map(row => columns.map(column => row[column]));
  return statementsOf(db, table, columns, values, { conflict, sizes: SIZES });
}

/** The same for any table. Check the names of the table and its columns first: they become part of the statement. */
export async function insertValues(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (const query of statementsOf(db, table, columns, rows)) await db.executeQuery(query);
}

function statementsOf(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  { conflict = '', sizes = [] }: { conflict?: string; sizes?: readonly number[] } = {},
): CompiledQuery[] {
  const numbered = kindOf(db) === 'postgres';
  const most = Math.floor(MAX_PARAMETERS / columns.length);
  const queries: CompiledQuery[] = [];
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start;
    const size = (numbered && sizes.find(each => each <= left)) || Math.min(most, left);
    let place = 0;
    const one = () => {
      place += 1;
      return numbered ? `$${place}` : '?';
    };
    const some = rows.slice(start, start + size);
    const values = some.map(() => `(${columns.map(one).join(', ')})`).join(', ');
    const text = `insert into "${table}" (${quote(columns)}) values ${values} ${conflict}`;
    queries.push(CompiledQuery.raw(text, some.flat()));
    start += size;
  }
  return queries;
}

function quote(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(', ');
}

/** ` in (these)` with one parameter, so that the statement stays the same whatever their number. */
export function anyOf(db: Kysely<Tables>, values: Iterable<string>): RawBuilder<unknown> {
  const list = [...values];
  return kindOf(db) === 'postgres'
    ? sql`= any(${list}::text[])`
    : sql`in (select value from json_each(${JSON.stringify(list)}))`;
}
