/** How often a behaviour was done, by its kind of measure. "No opportunity" is not a miss. */

import {
  addDays,
  type Calendar,
  type Day,
  DEFAULT_CALENDAR,
  dayOf,
  daysBetween,
} from '#lib/coaching/calendar.ts';
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import type { Log } from '#lib/records/types.ts';
import { type Figure, figure, MINIMUM_N, median, type Share, share } from './statistics.ts';
import { tally } from './tally.ts';

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
  let [both, disagree] = [0, 0];
  for (const onDay of Map.groupBy(logs, log => log.body.day).values()) {
    const own = onDay.filter(log => log.authorId === memberId);
    const others = onDay.filter(log => log.authorId !== memberId);
    if (own.length === 0 || others.length === 0) continue;
    both += 1;
    const said = own.some(log => log.body.result === 'done');
    if (said && others.every(log => log.body.result === 'notDone')) disagree += 1;
  }
  const proven = provenBy(records);
  const believed = countedLogs(logs, proven, memberId);
  const [k, n] = tally(believed, measure, from, to, calendar);
  const spoken = believed.filter(log => log.body.result !== 'noOpportunity');
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

/**
 * The logs of one behaviour that count, of all that were made for it: for each day those with evidence; without
 * evidence the coaches'; without these the person's own. `proven` is what evidence refers to (`provenBy`).
 */
export function countedLogs(logs: readonly Log[], proven: ReadonlySet<string>, memberId: string): Log[] {
  return [...Map.groupBy(logs, log => log.body.day).values()].flatMap(onDay => {
    const withEvidence = onDay.filter(log => proven.has(log.id));
    if (withEvidence.length > 0) return withEvidence;
    const others = onDay.filter(log => log.authorId !== memberId);
    return others.length > 0 ? others : onDay;
  });
}

/**
 * The same, apart for each stretch between changes of the behaviour: what was counted before a change of its standard
 * is not joined with what was counted after. Each measure holds from a day on.
 */
export function adherenceByVersion(
  records: readonly Envelope[],
  memberId: string,
  behaviourId: string,
  measures: readonly { from: Day; measure: Measure }[],
  [from, to]: readonly [from: Day, to: Day],
  calendar: Calendar = DEFAULT_CALENDAR,
  minimum: number = MINIMUM_N,
): (Adherence & { from: Day; to: Day })[] {
  const sorted = [...measures].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap(({ from: since, measure }, i) => {
    const next = sorted[i + 1]?.from;
    const begin = since > from ? since : from;
    const end = next !== undefined && addDays(next, -1) < to ? addDays(next, -1) : to;
    if (begin > end) return [];
    const piece = adherenceOf(records, memberId, behaviourId, measure, begin, end, calendar, minimum);
    return [{ ...piece, from: begin, to: end }];
  });
}

/** The ids of everything that evidence refers to. */
export function provenBy(records: readonly Envelope[]): ReadonlySet<string> {
  return new Set(ofType(records, 'evidence').flatMap(evidence => evidence.refs));
}
