/** Reads a day or a number that somebody typed, and asks where it could mean two. */
import { addDays, type Day } from '#lib/coaching/calendar.ts';
import { numberIn, type Table } from '#lib/coaching/table.ts';

/** `2026-11-22`, `22.11.2026`, and with slashes only where day and month cannot be confused. */
export function dayIn(cell: string, today: Day): { day: Day } | { problem: string } {
  if (cell === '') return { problem: 'says no day' };
  const read = isoOf(cell);
  if (read === 'two ways') {
    return { problem: `“${cell}” can be two days: write the year first, such as ${today}` };
  }
  if (read === null || !isDay(read)) return { problem: `“${cell}” is no day such as ${today}` };
  return read > today ? { problem: `“${cell}” has not come yet` } : { day: read };
}

function isoOf(cell: string): Day | 'two ways' | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell);
  if (iso) return dated(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  if (dotted) return dated(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  if (!slashed) return null;
  const [, first, second, year] = slashed;
  if (first === second) return dated(year, first, second);
  if (Number(first) > 12) return dated(year, second, first);
  return Number(second) > 12 ? dated(year, first, second) : 'two ways';
}

function dated(year = '', month = '', day = ''): Day {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isDay(day: Day): boolean {
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day;
}

/**
 * A number as the table writes them. With a decimal comma somewhere in the table, `1.234` is one thousand or one and a
 * bit, and is asked about.
 */
export function valueIn(
  cell: string,
  { rows, separator }: Table,
  unit: string,
): { value: number } | { problem: string } {
  if (cell === '') return { problem: 'says no value' };
  const bare = unit === '%' ? cell.replace(/\s*%$/, '') : cell;
  const hasDecimalComma =
    separator !== ',' && rows.some(({ cells }) => cells.some(each => /^[-+]?\d+,\d+(?:\s*%)?$/.test(each)));
  if (hasDecimalComma && /^[-+]?\d{1,3}\.\d{3}$/.test(bare)) {
    return { problem: `“${cell}” can be two numbers: write it without a thousands separator` };
  }
  const value = numberIn(bare, separator);
  return value === null ? { problem: `the value “${cell}” is no number` } : { value };
}
