/**
 * Reads a pasted table or CSV of readings and says what adding it would do, before anything is stored: what is new, what
 * is there already, what would change a stored value, and which rows cannot be used and why. Nothing is guessed: a day
 * or number that can be read in two ways is asked about.
 */
import type { Day } from '#lib/coaching/calendar.ts';
import { readTable, type Table, type TableRow } from '#lib/coaching/table.ts';
import type { Reading } from './metric.ts';
import { dayIn, valueIn } from './read-cells.ts';

export interface ReadingsContext {
  metricId: string;
  /** `%` allows a percent sign behind a value. */
  unit: string;
  /** The last day that a reading can have. */
  today: Day;
  /** Who may be named, by id or by name. */
  people: readonly { id: string; name: string }[];
  stored: readonly Reading[];
}

export interface PreviewRow {
  line: number;
  reading: Reading;
  does: 'add' | 'nothing' | 'change';
  /** For `change`: the value that is stored now. */
  stored?: number;
}

export interface Preview {
  rows: readonly PreviewRow[];
  problems: readonly { line: number; message: string }[];
  add: number;
  change: number;
  same: number;
  /** The first and last day; null without rows. */
  days: readonly [Day, Day] | null;
  /** The line that names the columns; null if there is none. */
  header: number | null;
}

type Column = 'day' | 'value' | 'person';

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  day: ['day', 'date', 'week', 'tag', 'datum', 'woche'],
  value: ['value', 'reading', 'wert', 'messwert', 'amount'],
  person: ['person', 'member', 'name', 'who', 'wer', 'mitglied'],
};

export function previewReadings(text: string, context: ReadingsContext): Preview {
  const table = readTable(text);
  const { rows: lines, openQuote } = table;
  const columns = columnsIn(lines[0]);
  const rows: PreviewRow[] = [];
  const problems: { line: number; message: string }[] = [];
  const seen = new Map<string, number>();
  const stored = new Map(
    context.stored
      .filter(({ metricId }) => metricId === context.metricId)
      .map(each => [keyOf(each), each.value]),
  );
  for (const line of columns ? lines.slice(1) : lines) {
    const reading = readingIn(line, columns, table, context);
    if (typeof reading === 'string') {
      problems.push({ line: line.line, message: reading });
      continue;
    }
    const before = seen.get(keyOf(reading));
    if (before !== undefined) {
      problems.push({ line: line.line, message: `the same day and person are on line ${before}` });
      continue;
    }
    seen.set(keyOf(reading), line.line);
    rows.push(previewOf(line.line, reading, stored.get(keyOf(reading))));
  }
  if (openQuote !== null) problems.push({ line: openQuote, message: 'a quote is opened and never closed' });
  const days = rows.map(({ reading }) => reading.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  const count = (does: PreviewRow['does']) => rows.filter(row => row.does === does).length;
  return {
    rows,
    problems,
    add: count('add'),
    change: count('change'),
    same: count('nothing'),
    days: first === undefined || last === undefined ? null : [first, last],
    header: columns && lines[0] ? lines[0].line : null,
  };
}

function keyOf({ day, personId }: Reading): string {
  return JSON.stringify([day, personId ?? null]);
}

function previewOf(line: number, reading: Reading, stored: number | undefined): PreviewRow {
  if (stored === undefined) return { line, reading, does: 'add' };
  return stored === reading.value
    ? { line, reading, does: 'nothing' }
    : { line, reading, does: 'change', stored };
}

/** Where the columns are, if the first line names a day and a value. Without names: day, value, person. */
function columnsIn(first: TableRow | undefined): Readonly<Record<Column, number>> | undefined {
  const names = first?.cells.map(cell => cell.toLowerCase()) ?? [];
  const find = (column: Column) => names.findIndex(name => NAMES[column].includes(name));
  const found = { day: find('day'), value: find('value'), person: find('person') };
  return found.day >= 0 && found.value >= 0 ? found : undefined;
}

/** The reading in a row, or what is wrong with it. */
function readingIn(
  { cells }: TableRow,
  columns: Readonly<Record<Column, number>> | undefined,
  table: Table,
  context: ReadingsContext,
): Reading | string {
  if (!columns && (cells.length < 2 || cells.length > 3))
    return 'should have a day, a value and perhaps a person';
  const at = columns ?? { day: 0, value: 1, person: 2 };
  const cell = (column: Column) => cells[at[column]] ?? '';
  const day = dayIn(cell('day'), context.today);
  if ('problem' in day) return day.problem;
  const value = valueIn(cell('value'), table, context.unit);
  if ('problem' in value) return value.problem;
  const who = personIn(cell('person'), context.people);
  if ('problem' in who) return who.problem;
  return {
    metricId: context.metricId,
    day: day.day,
    value: value.value,
    ...(who.id === undefined ? {} : { personId: who.id }),
  };
}

function personIn(
  cell: string,
  people: ReadingsContext['people'],
): { id: string | undefined } | { problem: string } {
  if (cell === '') return { id: undefined };
  const wanted = cell.normalize('NFC').toLowerCase();
  const byId = people.filter(({ id }) => id === cell);
  const found =
    byId.length > 0 ? byId : people.filter(({ name }) => name.normalize('NFC').toLowerCase() === wanted);
  const [only] = found;
  if (only === undefined) return { problem: `nobody here is called “${cell}”` };
  return found.length > 1 ? { problem: `more than one person is called “${cell}”` } : { id: only.id };
}
