/**
 * `npm run figures -- EXPORT.ndjson`: every figure that the records of an export allow, for each person in it, so that
 * anybody can check them against another program. A line is `person<TAB>metric<TAB>value<TAB>n<TAB>from<TAB>to<TAB>note`;
 * the first line names the columns. `--tz Europe/Berlin` is where days begin (UTC), `--week-start 0` is Sunday (1),
 * `--as-of DAY` looks at the records as of the end of that day, `--from` and `--to` narrow the days, `--minimum N` is the
 * n below which a figure is not given (5). `--json` prints the same as JSON.
 */
import { parseArgs } from 'node:util';
import { addDays, type Calendar, dayOf } from '#lib/coaching/calendar.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import { readExport } from '#lib/coaching/report/read-export.ts';
import { reportOf } from '#lib/coaching/report/report.ts';
import type { ReportRow } from '#lib/coaching/report/rows.ts';
import { DAY, MINUTE } from '#lib/time.ts';
import { type CommandLine, commandLine, digits } from './command-line.ts';

const command: CommandLine = commandLine('figures');

export function lineOf({ memberId, metric, value, k, n, interval, from, to, note }: ReportRow): string {
  const shown = value === null ? 'not enough yet' : typeof value === 'string' ? value : digits(value);
  const more = [
    ...(k === undefined || value === null ? [] : [`${digits(k)} of ${n}`]),
    ...(interval ? [`95 % ${digits(interval[0])} to ${digits(interval[1])}`] : []),
    ...(note === '' ? [] : [note]),
  ];
  return [memberId, metric, shown, n, from, to, more.join('; ')].join('\t');
}

function main(): void {
  const { values, positionals } = options();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    command.fail('say which file: npm run figures -- EXPORT.ndjson');
  const { records, pairings, made, problems } = readExport(command.read(file));
  for (const { line, message } of problems) console.error(`${file}:${line}: left out: ${message}`);
  if (records.length === 0) command.fail(`${file} has no records`);
  const calendar = calendarOf(values.tz ?? 'UTC', values['week-start'] ?? '1');
  const asOf = dayIn(values['as-of'], 'as-of');
  const rows = reportOf(records, {
    now: asOf === undefined ? (made ?? Date.now()) : endOf(asOf, calendar),
    from: dayIn(values.from, 'from'),
    to: dayIn(values.to, 'to'),
    calendar,
    minimum: command.wholeNumber(values.minimum, 'minimum') ?? MINIMUM_N,
    pairings,
  });
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else
    for (const line of ['person\tmetric\tvalue\tn\tfrom\tto\tnote', ...rows.map(lineOf)]) console.log(line);
}

function options() {
  const text = { type: 'string' } as const;
  return command.parsed(() =>
    parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        tz: text,
        'week-start': text,
        'as-of': text,
        from: text,
        to: text,
        minimum: text,
      },
    }),
  );
}

function calendarOf(timeZone: string, weekStart: string): Calendar {
  if (!/^[0-6]$/.test(weekStart)) command.fail('--week-start is 0 (Sunday) to 6');
  try {
    dayOf(0, { timeZone });
  } catch {
    command.fail(`there is no time zone “${timeZone}”`);
  }
  return { timeZone, weekStart: Number(weekStart), workdays: [1, 2, 3, 4, 5] };
}

function dayIn(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || addDays(text, 0) !== text) command.fail(`--${name} is a day such as 2026-11-22`);
  return text;
}

/** The last ms of a day in a time zone. */
function endOf(day: string, calendar: Calendar): number {
  let at = Date.parse(`${day}T12:00:00Z`) + 2 * DAY;
  while (dayOf(at, calendar) > day) at -= MINUTE;
  return at + MINUTE - 1;
}

if (import.meta.main) main();
