/** What routines wait for, from the records: days on which something was logged as not done (R042, R103). */
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Happened } from './occasions.ts';

/**
 * The missed days of everybody whose logs are given: one for a person and a day, however many behaviours were missed, at
 * the instant at which the first of them was logged.
 */
export function missedDaysIn(records: readonly Envelope[]): Happened[] {
  const days = new Map<string, Happened>();
  for (const log of ofType(records, 'log')) {
    if (log.body.result !== 'notDone') continue;
    const memberId = subjectOf(log);
    const { day } = log.body;
    const key = `${memberId} ${day}`;
    if (!days.has(key)) days.set(key, { event: 'missedDay', memberId, key: day, at: log.createdAt });
  }
  return [...days.values()];
}
