/** How often a behaviour was done, by its kind of measure. "No opportunity" is not a miss. */

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
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import type { Log } from '#lib/records/types.ts';
import { type Figure, figure, MINIMUM_N, median, type Share, share } from './statistics.ts';

export interface Adherence {
  share: Share;
  /** Every log said "no opportunity", or there were none. This is not 0 %. */
  noOpportunity: boolean;
  /** For a response-time behaviour: median minutes. */
  minutes: Figure | null;
  /** Days on which the person said done and a coach said not done, out of the days on which both logged. */
  disagreement: Share;
  /** Entries that count and rest on the person's own word alone, without proof or a coach's entry (R067). */
  unverified: number;
  /** Logs made more than two days after their day. */
  backfilled: readonly string[];
}

const BACKFILL_DAYS = 2;

/**
 * One person's adherence to one behaviour over the days `[from, to]`. If person and coach both logged a day, the
 * coach’s logs count for it; logs that evidence refers to outrank both.
 */
export function adherenceOf(
  records: readonly Envelope[],
  memberId: string,
  behaviourId: string,
  measure: Measure,
  from: Day,
  to: Day,
  calendar: Calendar = DEFAULT_CALENDAR,
  minimum: number = MINIMUM_N,
): Adherence {
  const logs = ofType(records, 'log').filter(
    log =>
      log.body.behaviourId === behaviourId &&
      subjectOf(log) === memberId &&
      log.body.day >= from &&
      log.body.day <= to,
  );
  const proven = new Set(ofType(records, 'evidence').flatMap(evidence => evidence.refs));
  const days = new Map<Day, Log[]>();
  for (const log of logs) days.set(log.body.day, [...(days.get(log.body.day) ?? []), log]);

  let [both, disagree] = [0, 0];
  const counted = new Map<Day, Log[]>();
  for (const [day, onDay] of days) {
    const own = onDay.filter(log => log.authorId === memberId);
    const others = onDay.filter(log => log.authorId !== memberId);
    const withEvidence = onDay.filter(log => proven.has(log.id));
    if (own.length > 0 && others.length > 0) {
      both += 1;
      const said = own.some(log => log.body.result === 'done');
      if (said && others.every(log => log.body.result === 'notDone')) disagree += 1;
    }
    counted.set(day, withEvidence.length > 0 ? withEvidence : others.length > 0 ? others : own);
  }
  const countedLogs = [...counted.values()].flat();
  const [k, n] = tally(countedLogs, measure, from, to, calendar);
  const spoken = countedLogs.filter(log => log.body.result !== 'noOpportunity');
  const minutes = spoken.flatMap(log => (log.body.minutes === undefined ? [] : [log.body.minutes]));
  return {
    share: share(k, n, minimum),
    noOpportunity: spoken.length === 0,
    minutes: measure.kind === 'latency' ? figure(median(minutes), minutes.length, minimum) : null,
    disagreement: share(disagree, both, minimum),
    unverified: spoken.filter(log => log.authorId === memberId && !proven.has(log.id)).length,
    backfilled: logs
      .filter(log => daysBetween(log.body.day, dayOf(log.createdAt, calendar)) > BACKFILL_DAYS)
      .map(log => log.id),
  };
}

/** Done and possible, the way the measure counts them. */
function tally(
  logs: readonly Log[],
  measure: Measure,
  from: Day,
  to: Day,
  calendar: Calendar,
): [number, number] {
  const spoken = logs.filter(log => log.body.result !== 'noOpportunity');
  const done = spoken.filter(log => log.body.result === 'done');
  switch (measure.kind) {
    case 'opportunity':
      return [done.length, spoken.length];
    case 'latency': {
      // "Done" with one tap and no minutes means "in time". We don't invent a figure for it.
      const within = done.filter(log => (log.body.minutes ?? 0) <= measure.withinMinutes);
      return [within.length, spoken.length];
    }
    case 'checklist': {
      const lists = spoken.flatMap(log => (log.body.items ? [log.body.items] : []));
      const sum = (pick: (items: { done: number; applicable: number }) => number) =>
        lists.reduce((total, items) => total + pick(items), 0);
      return [sum(items => Math.min(items.done, items.applicable)), sum(items => items.applicable)];
    }
    case 'frequency':
      return frequencyTally(logs, measure, from, to, calendar);
  }
}

/**
 * Pooled over periods: exceeding the target in one does not make up for another. Weeks that are only partly within the
 * span are left out, and so is a period in which every log says "no opportunity".
 */
function frequencyTally(
  logs: readonly Log[],
  measure: Extract<Measure, { kind: 'frequency' }>,
  from: Day,
  to: Day,
  calendar: Calendar,
): [number, number] {
  const periodOf = (day: Day) => (measure.per === 'day' ? day : weekOf(day, calendar));
  const periods = new Map<Day, { done: Log[]; spoken: boolean; logged: boolean }>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const period = periodOf(day);
    const whole = measure.per === 'day' || (period >= from && addDays(period, 6) <= to);
    if (whole) periods.set(period, { done: [], spoken: false, logged: false });
  }
  for (const log of logs) {
    const period = periods.get(periodOf(log.body.day));
    if (!period) continue;
    period.logged = true;
    if (log.body.result !== 'noOpportunity') period.spoken = true;
    if (log.body.result === 'done') period.done.push(log);
  }
  let [k, n] = [0, 0];
  for (const { done, spoken, logged } of periods.values()) {
    if (logged && !spoken) continue;
    k += reached(done, measure);
    n += measure.target * (measure.people ?? 1);
  }
  return [k, n];
}

/**
 * How much of the target was reached in one period. "Once a person" counts each person up to the target, so that six
 * times with one of six is one of six. An entry that names nobody counts as somebody else.
 */
function reached(
  done: readonly Log[],
  { target, people }: Pick<Extract<Measure, { kind: 'frequency' }>, 'target' | 'people'>,
): number {
  if (people === undefined) return Math.min(done.length, target);
  const byPerson = Map.groupBy(done, log => log.body.withId ?? log.id);
  const counts = [...byPerson.values()].map(logs => Math.min(logs.length, target));
  return Math.min(
    counts.reduce((sum, count) => sum + count, 0),
    target * people,
  );
}
