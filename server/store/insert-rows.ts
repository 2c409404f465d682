/**
 * Writing many rows in one statement. Built by hand, as the query builder takes longer to write such a statement than
 * the database to carry it out; names come from our code alone, values always travel as parameters.
 */
import { CompiledQuery, type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** Far below what either database takes in one statement (SQLite 32,766 parameters, PostgreSQL 65,535). */
const MAX_PARAMETERS = 12_000;

/** What stands in a table's columns. */
export type ColumnsOf<T extends keyof Tables> = Readonly<
  Partial<Record<keyof Insertable<Tables[T]> & string, 'text' | 'bigint'>>
>;

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
  if (rows.length === 0) return [];
  const names = Object.keys(columns) as (keyof Insertable<Tables[T]> & string)[];
  if (kindOf(db) === 'postgres') {
    // A list a column: the statement is the same for any number of rows, and is read and planned once.
    const lists = names.map((name, at) => `$${at + 1}::${columns[name]}[]`).join(', ');
    const text = `insert into "${table}" (${quote(names)}) select ${quote(names)} from unnest(${lists}) as list (${quote(names)}) ${conflict}`;
    const values = names.map(name => rows.map(row => row[name] ?? null));
    return [CompiledQuery.raw(text, values)];
  }
  const values = rows.map(row => names.map(name => row[name]));
  return valuesOf(table, names, values, () => '?', conflict);
}

/** The same for any table; its name and those of its columns must be known to be names. */
export async function insertValues(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const place = kindOf(db) === 'postgres' ? (at: number) => `$${at}` : () => '?';
  for (const query of valuesOf(table, columns, rows, place)) await db.executeQuery(query);
}

function valuesOf(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  place: (at: number) => string,
  conflict = '',
): CompiledQuery[] {
  const size = Math.floor(MAX_PARAMETERS / columns.length);
  const queries: CompiledQuery[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const some = rows.slice(start, start + size);
    let at = 0;
    const one = () => {
      at += 1;
      return place(at);
    };
    const values = some.map(() => `(${columns.map(one).join(', ')})`).join(', ');
    const text = `insert into "${table}" (${quote(columns)}) values ${values} ${conflict}`;
    queries.push(CompiledQuery.raw(text, some.flat()));
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
