/** Reads ratings from a table with the columns unit, rater and value, with or without a first line that names them. */
import { numberIn, readTable, type TableRow } from '#lib/coaching/table.ts';
import type { Rating } from './ratings.ts';

export interface ReadRatings {
  ratings: readonly Rating[];
  /** Rows that cannot be used. If there is any, the ratings are not all there are. */
  problems: readonly { line: number; message: string }[];
  /** The line that was taken to name the columns; null if there is none. */
  header: number | null;
}

const NAMES = {
  unit: ['unit', 'item', 'artifact', 'subject', 'case'],
  rater: ['rater', 'coder', 'judge', 'coach', 'observer'],
  value: ['value', 'score', 'level', 'rating', 'code'],
} as const;

interface Columns {
  unit: number;
  rater: number;
  value: number;
}

const IN_ORDER: Columns = { unit: 0, rater: 1, value: 2 };
/** How people write that there is no value. */
const MISSING = new Set(['', 'na', 'n/a']);

export function readRatings(text: string): ReadRatings {
  const { rows, separator, openQuote } = readTable(text);
  const [first] = rows;
  const columns = first && columnsIn(first, rows.slice(1), separator);
  const width = columns && first ? first.cells.length : 3;
  const problems: { line: number; message: string }[] = [];
  const ratings: Rating[] = [];
  const seen = new Map<string, number>();
  for (const row of columns ? rows.slice(1) : rows) {
    const read = ratingIn(row, columns ?? IN_ORDER, width, separator);
    if (typeof read === 'string') {
      problems.push({ line: row.line, message: read });
      continue;
    }
    const key = JSON.stringify([read.unit, read.rater]);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, row.line);
      ratings.push(read);
    } else {
      const message = `“${read.rater}” scored “${read.unit}” already on line ${before}`;
      problems.push({ line: row.line, message });
    }
  }
  if (openQuote !== null) problems.push({ line: openQuote, message: 'a quote is opened and never closed' });
  return { ratings, problems, header: columns && first ? first.line : null };
}

/**
 * Which columns the first line names; undefined if it is a rating itself. Names in another language count too: a first
 * line whose value is no number, and whose rater and unit come up nowhere else, is no rating.
 */
function columnsIn(first: TableRow, rest: readonly TableRow[], separator: string): Columns | undefined {
  const names = first.cells.map(cell => cell.toLowerCase());
  const find = (known: readonly string[]) => names.findIndex(name => known.includes(name));
  const named = { unit: find(NAMES.unit), rater: find(NAMES.rater), value: find(NAMES.value) };
  if (named.unit >= 0 && named.rater >= 0 && named.value >= 0) return named;
  const [unit = '', rater = '', value = ''] = first.cells;
  if (first.cells.length < 3 || MISSING.has(value.toLowerCase()) || numberIn(value, separator) !== null) {
    return undefined;
  }
  const again = rest.some(({ cells }) => cells[0] === unit || cells[1] === rater);
  return again || rest.length === 0 ? undefined : IN_ORDER;
}

/** The rating in a row, or what is wrong with it. */
function ratingIn({ cells }: TableRow, columns: Columns, width: number, separator: string): Rating | string {
  if (cells.length !== width) return `has ${count(cells.length)} instead of ${width}`;
  const [unit = '', rater = '', cell = ''] = [columns.unit, columns.rater, columns.value].map(i => cells[i]);
  if (unit === '') return 'says no unit';
  if (rater === '') return 'says no rater';
  if (MISSING.has(cell.toLowerCase())) return { unit, rater, value: null };
  const value = numberIn(cell, separator);
  return value === null ? `the value “${cell}” is no number` : { unit, rater, value };
}

function count(columns: number): string {
  return columns === 1 ? '1 column' : `${columns} columns`;
}
