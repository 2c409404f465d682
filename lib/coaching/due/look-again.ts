/** The day on which a coach said they would look again (R047). */
import { type Calendar, DEFAULT_CALENDAR, dayOf } from '#lib/coaching/calendar.ts';
import { distinct, subjectOf } from '#lib/coaching/history.ts';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import type { LoopClocks } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Note } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';

/** After this long, in ms, nobody is reminded of it any more: what stands still is a stall by then. */
export const LAPSES = 14 * DAY;

/**
 * This coach's open notes to others whose day to look again has come, and after which the coach has not yet been heard
 * of: no note, reply or verdict for that person since that day began.
 */
export function toLookAgain(
  records: readonly Envelope[],
  coachId: string,
  now: number,
  clocks: LoopClocks,
  calendar: Calendar = DEFAULT_CALENDAR,
): Note[] {
  const live = distinct(records);
  const heardOn = (personId: string) =>
    live
      .filter(
        record =>
          record.authorId === coachId &&
          ['note', 'reply', 'verdict'].includes(record.type) &&
          subjectOf(record) === personId,
      )
      .map(record => dayOf(record.createdAt, calendar));
  const today = dayOf(now, calendar);
  const mine = (note: Note) => note.authorId === coachId && subjectOf(note) !== coachId;
  return loopsOf(live, now, clocks, mine).flatMap(({ note, loop }) => {
    const { checkInAt } = note.body;
    if (checkInAt === undefined || loop.next === null || now > checkInAt + LAPSES) return [];
    const day = dayOf(checkInAt, calendar);
    return day <= today && !heardOn(subjectOf(note)).some(heard => heard >= day) ? [note] : [];
  });
}
