/**
 * What must hold before a behaviour is active, and limits on what several authors write together, such as one decision a
 * review. The device applies the same pure functions; here they see everything
 * that the server holds, within the transaction that writes. Only the device limits the notes that a person gets in a
 * day, because it knows when that person's day begins.
 */
import { mayBeActive } from '#lib/coaching/behaviours/limits.ts';
import { decisionId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import type { Batch } from '#server/store/batch.ts';
import type { Refusal } from './decide.ts';

export async function checkLimits(batch: Batch, record: Envelope, now: number): Promise<Refusal | undefined> {
  if (isType(record, 'decision') && record.id !== decisionId(record.refs[0] ?? '')) {
    return { code: 'limit', message: 'A review ends in one decision, whose id comes from the review.' };
  }
  if (!isType(record, 'behaviour') || record.body.state !== 'active') return undefined;
  const answer = mayBeActive(record, await seenBySubject(batch, record.subjectId), now);
  return answer.ok ? undefined : { code: 'limit', message: answer.message };
}

/** What the subject cannot see does not count: a refusal would otherwise reveal that it exists. */
async function seenBySubject(batch: Batch, subjectId: string | undefined): Promise<Envelope[]> {
  if (subjectId === undefined) return [];
  const about = await batch.about(subjectId, ['behaviour', 'cycle']);
  return about.filter(each => maySee(each, { memberId: subjectId, coachees: new Set() }));
}
