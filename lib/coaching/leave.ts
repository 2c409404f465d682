/** Who is away when, from the records that say so. */
import type { Envelope } from '#lib/records/envelope.ts';
import type { Leave } from './calendar.ts';
import { ofType, subjectOf } from './history.ts';

export function leaveIn(records: readonly Envelope[]): Leave[] {
  return ofType(records, 'leave').map(record => ({
    memberId: subjectOf(record),
    from: record.body.from,
    to: record.body.to,
  }));
}
