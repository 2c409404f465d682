/** What the tool costs in time: a coach's minutes a week. */

import { type Calendar, type Day, DEFAULT_CALENDAR, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { HOUR, MINUTE } from '#lib/time.ts';
import { type Figure, figure, mean } from './statistics.ts';

/** A form that stood open longer than this was forgotten, not worked on. */
export const LEFT_OPEN = 2 * HOUR;

export interface TimeCost {
  /** For each of the given weeks, in minutes. */
  weeks: readonly { week: Day; minutes: number; n: number }[];
  /** Mean minutes a week, over those weeks. */
  perWeek: Figure;
  /** Records whose form stood open too long to be counted. */
  leftOpen: readonly string[];
}

/** From the opening of the form until what was sent, for this author's notes and scorecards. */
export function timeCost(
  records: readonly Envelope[],
  authorId: string,
  weeks: readonly Day[],
  calendar: Calendar = DEFAULT_CALENDAR,
): TimeCost {
  const written = [...ofType(records, 'note'), ...ofType(records, 'scorecard')].flatMap(record => {
    const { openedAt } = record.body;
    if (record.authorId !== authorId || openedAt === undefined) return [];
    const week = weekOf(dayOf(record.createdAt, calendar), calendar);
    return [{ id: record.id, week, took: Math.max(0, record.createdAt - openedAt) }];
  });
  const worked = written.filter(({ took }) => took <= LEFT_OPEN);
  const each = weeks.map(week => {
    const own = worked.filter(item => item.week === week);
    return { week, minutes: own.reduce((sum, { took }) => sum + took / MINUTE, 0), n: own.length };
  });
  return {
    weeks: each,
    perWeek: figure(mean(each.map(({ minutes }) => minutes)), each.length, 1),
    leftOpen: written
      .filter(({ took, week }) => took > LEFT_OPEN && weeks.includes(week))
      .map(({ id }) => id),
  };
}
