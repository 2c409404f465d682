/** A routine is scored by what was done in time, never by the minutes that it took (R114). */

import {
  addDays,
  type Calendar,
  type Day,
  DEFAULT_CALENDAR,
  isOnLeave,
  isWorkday,
  type Leave,
} from '#lib/coaching/calendar.ts';
import { DEFAULT_ROUTINE, type RoutineStep, routineOf } from '#lib/coaching/routines/routine.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { MINIMUM_N, type Share, share } from './statistics.ts';

/** Something with a time by which it should be done, and when it was; null if it is not done. In ms since 1970. */
export interface Timed {
  dueAt: number;
  doneAt: number | null;
}

/** Done by its time, out of all whose time is over or that are done already. What still has time is on neither side. */
export function onTimeShare(
  items: readonly Timed[],
  now: number,
  minimum: number = MINIMUM_N,
): { share: Share; open: number } {
  const settled = items.filter(({ dueAt, doneAt }) => doneAt !== null || now > dueAt);
  const inTime = settled.filter(({ dueAt, doneAt }) => doneAt !== null && doneAt <= dueAt);
  return { share: share(inTime.length, settled.length, minimum), open: items.length - settled.length };
}

/**
 * Steps of a coach's routine that were done on their day, out of those due, over the days `[from, to]`, pooled. Days of
 * rest and of leave ask nothing.
 */
export function routineShare(
  records: readonly Envelope[],
  coachId: string,
  [from, to]: readonly [from: Day, to: Day],
  openEscalations: (day: Day) => number,
  {
    routine = DEFAULT_ROUTINE,
    leave = [],
    calendar = DEFAULT_CALENDAR,
    minimum = MINIMUM_N,
  }: {
    routine?: readonly RoutineStep[];
    leave?: readonly Leave[];
    calendar?: Calendar;
    minimum?: number;
  } = {},
): Share {
  let [done, due] = [0, 0];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkday(day, calendar) || isOnLeave(coachId, day, leave)) continue;
    const steps = routineOf(records, coachId, day, openEscalations(day), routine, calendar);
    done += steps.done;
    due += steps.due;
  }
  return share(done, due, minimum);
}
