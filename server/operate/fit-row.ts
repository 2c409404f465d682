/**
 * SQLite keeps in any column whatever it was given: a NUL in a name, a number of any size. PostgreSQL does not. A move
 * from one to the other must not end at such a value, so it is changed into the nearest one that can be stored, and said.
 */

export interface Column {
  name: string;
  /** As the database calls it. */
  dataType: string;
}

/** The whole numbers that a column can hold. Beyond 2^53 no program of ours could read them back. */
const RANGES: Readonly<Record<string, number>> = {
  int4: 2 ** 31 - 1,
  int8: Number.MAX_SAFE_INTEGER,
};

export interface Fitted {
  row: unknown[];
  /** What had to be changed, e.g. `rev was 2147483648 and is 2147483647`. */
  changes: string[];
}

/** `values` in the order of `columns`. `now` stands for an instant that is none. */
export function fitRow(columns: readonly Column[], values: readonly unknown[], now: number): Fitted {
  const changes: string[] = [];
  const row = columns.map((column, at) => {
    const value = values[at] ?? null;
    const fitting = nearest(column.dataType, value, now);
    if (fitting !== value) changes.push(`${column.name} was ${short(value)} and is ${short(fitting)}`);
    return fitting;
  });
  return { row, changes };
}

function nearest(dataType: string, value: unknown, now: number): unknown {
  if (value === null) return null;
  const most = RANGES[dataType];
  if (most !== undefined) return wholeNumber(value, most);
  if (dataType.startsWith('timestamp')) {
    return typeof value === 'string' && isInstant(value) ? value : new Date(now).toISOString();
  }
  if (typeof value === 'string') return value.replaceAll('\u0000', '\ufffd').toWellFormed();
  return value;
}

function wholeNumber(value: unknown, most: number): unknown {
  // Numbers that JavaScript cannot hold are in the backup as texts (see backup.ts).
  const number = typeof value === 'boolean' ? value : Number(value);
  if (typeof number === 'boolean') return number;
  if (Number.isNaN(number)) return 0;
  const whole = Math.trunc(Math.min(Math.max(number, -most), most));
  return whole === value ? value : whole;
}

/** Years of four digits, which both databases and JavaScript understand. */
function isInstant(text: string): boolean {
  return /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Only what is no word of anybody: a text is told by its length. */
function short(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return String(JSON.stringify(value)).slice(0, 40);
}
