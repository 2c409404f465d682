/** Who was there to be coached in a week, and which weeks are whole. */

import {
  addDays,
  type Calendar,
  type Day,
  DEFAULT_CALENDAR,
  dayOf,
  isOnLeave,
  isWorkday,
  type Leave,
  weekOf,
} from '#lib/coaching/calendar.ts';
import type { ActiveIn } from './frequency.ts';

/** Somebody counts in a week in which they worked, and were coached by this coach, on at least this many days. */
export const ACTIVE_DAYS = 3;

/** Who coaches whom, from when until when (ms since 1970). Without `until` it lasts. */
export interface CoachedSince {
  coachId: string;
  memberId: string;
  since: number;
  until?: number | undefined;
}

/** This coach's people who were active in a week: late joiners, leavers and those on leave are not. */
export function activeMembers(
  coachId: string,
  pairings: readonly CoachedSince[],
  leave: readonly Leave[] = [],
  calendar: Calendar = DEFAULT_CALENDAR,
): ActiveIn {
  const own = pairings.filter(pairing => pairing.coachId === coachId);
  return week => {
    const days = Array.from({ length: 7 }, (_, i) => addDays(week, i)).filter(day =>
      isWorkday(day, calendar),
    );
    const there = ({ memberId, since, until }: CoachedSince) =>
      days.filter(
        day =>
          day >= dayOf(since, calendar) &&
          (until === undefined || day <= dayOf(until, calendar)) &&
          !isOnLeave(memberId, day, leave),
      );
    const worked = Map.groupBy(own, ({ memberId }) => memberId);
    return [...worked]
      .filter(([, spans]) => new Set(spans.flatMap(there)).size >= ACTIVE_DAYS)
      .map(([memberId]) => memberId)
      .sort();
  };
}

/** The first days of all weeks that lie wholly within `[from, to]`. */
export function wholeWeeks(from: Day, to: Day, calendar: Calendar = DEFAULT_CALENDAR): Day[] {
  const first = weekOf(from, calendar);
  const weeks: Day[] = [];
  for (let week = first < from ? addDays(first, 7) : first; addDays(week, 6) <= to; week = addDays(week, 7)) {
    weeks.push(week);
  }
  return weeks;
}
