/**
 * The day to look again, on the side of whoever got the note: it asks them one question, whether it happened (R030,
 * R042). The coach's side of the same day is look-again.ts.
 */
import { type Calendar, DEFAULT_CALENDAR, dayOf } from '#lib/coaching/calendar.ts';
import { distinct, subjectOf } from '#lib/coaching/history.ts';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import { DEFAULT_CLOCKS, type LoopClocks } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import { LAPSES } from './look-again.ts';

/**
 * The open notes about this member and a behaviour whose day to look again has come, the earliest day first, and about
 * which they have not yet said anything since that day began. Of several notes about one behaviour only the latest asks, because one
 * answer is the answer to all of them.
 */
export function checkInsOf(
  records: readonly Envelope[],
  memberId: string,
  now: number,
  clocks: LoopClocks = DEFAULT_CLOCKS,
  calendar: Calendar = DEFAULT_CALENDAR,
): Note[] {
  const live = distinct(records);
  const today = dayOf(now, calendar);
  const due = loopsOf(live, now, clocks, note => subjectOf(note) === memberId).flatMap(({ note, loop }) => {
    const { checkInAt, behaviourId } = note.body;
    if (
      checkInAt === undefined ||
      behaviourId === undefined ||
      loop.next === null ||
      now > checkInAt + LAPSES
    )
      return [];
    const day = dayOf(checkInAt, calendar);
    const said = [...loop.commitments, ...loop.evidence].some(
      record => record.authorId === memberId && dayOf(record.createdAt, calendar) >= day,
    );
    const logged = live.some(
      record =>
        isType(record, 'log') &&
        record.authorId === memberId &&
        record.body.behaviourId === behaviourId &&
        record.body.day >= day,
    );
    return day <= today && !said && !logged ? [{ note, checkInAt }] : [];
  });
  const latest = new Map(due.map(each => [each.note.body.behaviourId, each]));
  return [...latest.values()].sort((a, b) => a.checkInAt - b.checkInAt).map(({ note }) => note);
}
