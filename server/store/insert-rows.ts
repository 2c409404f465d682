/**
 * Writing many rows in one statement. Built by hand, as the query builder takes longer to write such a statement than
 * the database to carry it out; names come from our code alone, values always travel as parameters.
 */
import { CompiledQuery, type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** Far below what either database takes in one statement (SQLite 32,766 parameters, PostgreSQL 65,535). */
const MAX_PARAMETERS = 12_000;

/**
 * On PostgreSQL rows are written in statements of these sizes: so it is the same few that come again and again, and are
 * kept prepared (postgres-session.ts).
 */
const SIZES = [50, 10, 1];

/** Columns of a table, in the order in which they are written. */
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

/** The statements for it: none for no rows. */
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

/** The same for any table; its name and those of its columns must be known to be names. */
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

/** ` in (these)`, as one parameter, so that the statement is the same however many there are. */
export function anyOf(db: Kysely<Tables>, values: Iterable<string>): RawBuilder<unknown> {
  const list = [...values];
  return kindOf(db) === 'postgres'
    ? sql`= any(${list}::text[])`
    : sql`in (select value from json_each(${JSON.stringify(list)}))`;
}
