/**
 * Writing many rows in one statement. Built by hand, as the query builder takes longer to write such a statement than
 * the database to carry it out; names come from our code alone, values always travel as parameters.
 */
import { CompiledQuery, type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import { kindOf } from './database.ts';
import type { Tables } from './schema.ts';

/** Far below what either database takes in one statement (SQLite 32,766 parameters, PostgreSQL 65,535). */
const MAX_PARAMETERS = 12_000;

/** `conflict`: what follows the values, e.g. `on conflict (…) do nothing`. */
export async function insertRows<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  columns: readonly (keyof Insertable<Tables[T]> & string)[],
  rows: readonly Insertable<Tables[T]>[],
  conflict = '',
): Promise<void> {
  const values = rows.map(row => columns.map(column => row[column]));
  await insertValues(db, table, columns, values, conflict);
}

/** The same for any table; its name and those of its columns must be known to be names. */
export async function insertValues(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  conflict = '',
): Promise<void> {
  const numbered = kindOf(db) === 'postgres';
  const size = Math.floor(MAX_PARAMETERS / columns.length);
  const names = columns.map(name => `"${name}"`).join(', ');
  for (let start = 0; start < rows.length; start += size) {
    const some = rows.slice(start, start + size);
    let place = 0;
    const one = () => {
      place += 1;
      return numbered ? `$${place}` : '?';
    };
    const values = some.map(() => `(${columns.map(one).join(', ')})`).join(', ');
    const text = `insert into "${table}" (${names}) values ${values} ${conflict}`;
    await db.executeQuery(CompiledQuery.raw(text, some.flat()));
  }
}

/** ` in (these)`, as one parameter, so that the statement is the same however many there are. */
export function anyOf(db: Kysely<Tables>, values: Iterable<string>): RawBuilder<unknown> {
  const list = [...values];
  return kindOf(db) === 'postgres'
    ? sql`= any(${list}::text[])`
    : sql`in (select value from json_each(${JSON.stringify(list)}))`;
}
