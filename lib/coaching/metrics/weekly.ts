/** How promises turned out week by week, for the look back at the end of a week (R064). */
import { addDays, type Calendar, type Day, DEFAULT_CALENDAR, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Implementation, implementationWhere } from './implementation.ts';

export interface WeekOfPromises extends Implementation {
  /** The week's first day. */
  week: Day;
}

/**
 * The last `count` whole weeks and the current one, oldest first. A promise belongs to the week in which it was due;
 * `within` is how long a coach has for the verdict, in ms.
 */
export function weeklyImplementation(
  records: readonly Envelope[],
  now: number,
  count: number,
  calendar: Calendar = DEFAULT_CALENDAR,
  within: number = DEFAULT_CLOCKS.verdict,
): WeekOfPromises[] {
  const weekAt = (instant: number) => weekOf(dayOf(instant, calendar), calendar);
  const thisWeek = weekAt(now);
  return Array.from({ length: count + 1 }, (_, i) => {
    const week = addDays(thisWeek, -7 * (count - i));
    return { week, ...implementationWhere(records, dueAt => weekAt(dueAt) === week, now, 1, within) };
  });
}
