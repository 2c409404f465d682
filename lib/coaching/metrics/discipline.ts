/** Discipline compounds: misses get fewer, and help is asked for earlier (R149). */

import {
  addDays,
  type Calendar,
  type Day,
  DEFAULT_CALENDAR,
  dayOf,
  daysBetween,
  weekOf,
} from '#lib/coaching/calendar.ts';
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { countedLogs, provenBy } from './adherence.ts';
import { type Figure, figure, MINIMUM_N, median, type Share, share } from './statistics.ts';
import { LAST_PERIODS, type Trend, trendOf } from './trend.ts';

export interface MissRate {
  /** Oldest first. A week in which nothing was logged is a gap: its n is 0. */
  weeks: readonly { week: Day; share: Share }[];
  /** The trend of what was not missed, so that "improving" means fewer misses. */
  trend: Trend;
}

/** Not done, out of done and not done, over all of a person's behaviours, for the last `count` whole weeks. */
export function missRate(
  records: readonly Envelope[],
  memberId: string,
  now: number,
  count: number,
  calendar: Calendar = DEFAULT_CALENDAR,
): MissRate {
  const logs = ofType(records, 'log').filter(log => subjectOf(log) === memberId);
  const byBehaviour = Map.groupBy(logs, log => log.body.behaviourId);
  const proven = provenBy(records);
  const counted = [...byBehaviour.values()]
    .flatMap(own => countedLogs(own, proven, memberId))
    .filter(log => log.body.result !== 'noOpportunity');
  const byWeek = Map.groupBy(counted, log => weekOf(log.body.day, calendar));
  const thisWeek = weekOf(dayOf(now, calendar), calendar);
  const weeks = Array.from({ length: count }, (_, i) => {
    const week = addDays(thisWeek, -7 * (count - i));
    const spoken = byWeek.get(week) ?? [];
    const missed = spoken.filter(log => log.body.result === 'notDone').length;
    return { week, share: share(missed, spoken.length, 1) };
  });
  const kept = weeks.map(each => (each.share.value === null ? null : 1 - each.share.value));
  return { weeks, trend: trendOf(kept, kept.slice(0, LAST_PERIODS)) };
}

/** On which day of a person's cycle a stall of theirs was first ruled on: the median over cycles. Day 1 is the first. */
export function escalationDay(
  records: readonly Envelope[],
  calendar: Calendar = DEFAULT_CALENDAR,
  minimum: number = MINIMUM_N,
): Figure {
  const rulings = ofType(records, 'ruling').filter(ruling => ruling.body.on === 'stall');
  const days = ofType(records, 'cycle').flatMap(cycle => {
    const { startAt, endAt } = cycle.body;
    const first = rulings.find(
      ruling =>
        subjectOf(ruling) === subjectOf(cycle) && ruling.createdAt >= startAt && ruling.createdAt <= endAt,
    );
    return first ? [daysBetween(dayOf(startAt, calendar), dayOf(first.createdAt, calendar)) + 1] : [];
  });
  return figure(median(days), days.length, minimum);
}
