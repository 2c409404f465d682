/** One person's behaviours as lines, from what was logged of each. */
import type { Calendar } from '#lib/coaching/calendar.ts';
import { type OwnTrend, ownTrend } from '#lib/coaching/metrics/own-trend.ts';
import { type Run, runOf } from '#lib/coaching/metrics/run.ts';
import type { Behaviour } from '#lib/records/types.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

export interface Practised {
  behaviour: Behaviour;
  own: OwnTrend;
  run: Run;
}

export function practisedBy(
  memberId: string,
  behaviours: readonly Behaviour[],
  records: readonly StoredRecord[],
  now: number,
  calendar: Calendar,
): Practised[] {
  return behaviours.map(behaviour => {
    const measure = behaviour.body.measure ?? { kind: 'opportunity' };
    const own = ownTrend(records, memberId, behaviour.id, measure, now, calendar);
    return { behaviour, own, run: runOf(own.weeks) };
  });
}
