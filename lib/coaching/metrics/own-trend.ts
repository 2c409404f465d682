/**
 * One person's own trend for one behaviour, week by week, and the word for it. Never shown beside anybody
 * else's.
 */

import { addDays, type Calendar, type Day, DEFAULT_CALENDAR, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import { isType } from '#lib/records/types.ts';
import { adherenceOf } from './adherence.ts';
import type { Share } from './statistics.ts';
import { LAST_PERIODS, type Trend, trendOf } from './trend.ts';

/** How many weeks to look at, including the current one. */
export const TREND_WEEKS = 12;

export interface WeekOfPractice {
  /** The week's first day. */
  week: Day;
  value: number | null;
  /** How many out of how many. */
  k: number;
  n: number;
}

export interface OwnTrend {
  /** Oldest first. A week without an occasion is a gap: null. */
  weeks: readonly WeekOfPractice[];
  /** The last four weeks, including the current one, pooled. */
  lately: Share;
  trend: Trend;
}

export function ownTrend(
  records: readonly Envelope[],
  memberId: string,
  behaviourId: string,
  measure: Measure,
  now: number,
  calendar: Calendar = DEFAULT_CALENDAR,
): OwnTrend {
  // Evidence decides between logs of one day. Filter the rest once, not for every week.
  const logs = records.filter(
    record =>
      isType(record, 'evidence') || (isType(record, 'log') && record.body.behaviourId === behaviourId),
  );
  const today = dayOf(now, calendar);
  const thisWeek = weekOf(today, calendar);
  const shareOf = (from: Day, to: Day, minimum?: number) =>
    adherenceOf(logs, memberId, behaviourId, measure, from, to, calendar, minimum).share;
  const weeks = Array.from({ length: TREND_WEEKS }, (_, i) => {
    const week = addDays(thisWeek, 7 * (i - TREND_WEEKS + 1));
    const { value, k, n } = shareOf(week, addDays(week, 6), 1);
    return { week, value, k, n };
  });
  // The current week is not over: it is drawn, but what we say about the trend ignores it.
  const values = weeks.slice(0, -1).map(each => each.value);
  const first = values.findIndex(value => value !== null);
  const series = first < 0 ? [] : values.slice(first);
  return {
    weeks,
    lately: shareOf(addDays(thisWeek, -7 * (LAST_PERIODS - 1)), addDays(thisWeek, 6)),
    trend: trendOf(series, series.slice(0, LAST_PERIODS)),
  };
}
