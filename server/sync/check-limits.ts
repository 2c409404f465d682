/**
 * Limits that span authors, by the same pure functions as on the device, but over all that the server holds and within
 * the transaction that writes. How many notes a person gets a day is left to the device: the day is the person's own.
 */
import { mayBeActive } from '#lib/coaching/behaviours/limits.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import type { Batch } from '#server/store/batch.ts';
import type { Refusal } from './decide.ts';

export async function checkLimits(batch: Batch, record: Envelope, now: number): Promise<Refusal | undefined> {
  if (!isType(record, 'behaviour') || record.subjectId === undefined || record.body.state !== 'active') {
    return undefined;
  }
  const { subjectId } = record;
  const about = await batch.about(subjectId, ['behaviour', 'cycle']);
  // What its subject cannot see is nobody's limit, and must not be told by one.
  const seen = about.filter(each => maySee(each, { memberId: subjectId, coachees: new Set() }));
  const answer = mayBeActive(record, seen, now);
  return answer.ok ? undefined : { code: 'limit', message: answer.message };
}
