/** Clock times on a calendar day as instants, across changes of the clock. */
import { HOUR, MINUTE } from '#lib/time.ts';
import type { Calendar, Day } from './calendar.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return format;
}

/** What the clock on the wall shows, as if it were UTC, in ms. */
function wallClock(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute);
}

/**
 * The instant at which the clock shows `time` (`09:30`) on `day`. A time that the clock jumps over is as much later as it
 * jumped; of a time that comes twice it is the first.
 */
export function instantAt(day: Day, time: string, { timeZone }: Calendar): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = Date.parse(`${day}T00:00:00Z`) + hours * HOUR + minutes * MINUTE;
  // The offset a day before and a day after: between them lies at most one change.
  const offsets = [wanted - 24 * HOUR, wanted + 24 * HOUR].map(at => wallClock(at, timeZone) - at);
  const [before = 0, after = 0] = offsets;
  const tries = [wanted - before, wanted - after].filter(at => wallClock(at, timeZone) === wanted);
  return tries.length > 0 ? Math.min(...tries) : wanted - before;
}
