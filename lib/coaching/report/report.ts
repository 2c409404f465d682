/** Every figure that can be computed from the records of an export, for each person in it. */
import { type Calendar, DEFAULT_CALENDAR, dayOf } from '#lib/coaching/calendar.ts';
import { distinct, subjectOf } from '#lib/coaching/history.ts';
import { leaveIn } from '#lib/coaching/leave.ts';
import type { CoachedSince } from '#lib/coaching/metrics/active.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { coachRows } from './coach-rows.ts';
import { personRows } from './person-rows.ts';
import type { ReportInput, ReportRow, Row } from './rows.ts';

export interface ReportOptions {
  now: number;
  /** By default from the day of the first record to that of `now`. */
  from?: string | undefined;
  to?: string | undefined;
  calendar?: Calendar;
  minimum?: number;
  pairings?: readonly CoachedSince[];
}

export function reportOf(records: readonly Envelope[], options: ReportOptions): ReportRow[] {
  const { now, calendar = DEFAULT_CALENDAR, minimum = MINIMUM_N, pairings = [] } = options;
  const live = distinct(records).filter(({ createdAt }) => createdAt <= now);
  const [first] = live;
  if (!first) return [];
  const to = options.to ?? dayOf(now, calendar);
  const from = options.from ?? dayOf(first.createdAt, calendar);
  const leave = leaveIn(live);
  const input: ReportInput = { records: live, pairings, leave, from, to, now, calendar, minimum };
  const members = new Set([
    ...live
      .filter(({ type }) => type !== 'behaviour' && type !== 'rubric')
      .flatMap(record => [record.authorId, subjectOf(record)]),
    ...pairings.flatMap(({ coachId, memberId }) => [coachId, memberId]),
  ]);
  const of =
    (memberId: string) =>
    (row: Row): ReportRow => ({ from, to, ...row, memberId });
  return [...members]
    .sort()
    .flatMap(memberId => [...personRows(input, memberId), ...coachRows(input, memberId)].map(of(memberId)));
}
