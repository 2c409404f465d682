/**
 * Limits that span authors, by the same pure functions as on the device, but over all that the server holds and within
 * the transaction that writes. How many notes a person gets a day is left to the device: the day is the person's own.
 */
import { mayBeActive } from '#lib/coaching/limits.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import { recordsAbout } from '#server/store/records.ts';
import type { WorkspaceTx } from '#server/store/workspace-tx.ts';
import type { Refusal } from './decide.ts';

export async function checkLimits(tx: WorkspaceTx, record: Envelope): Promise<Refusal | undefined> {
  if (!isType(record, 'behaviour') || record.subjectId === undefined || record.body.state !== 'active') {
    return undefined;
  }
  const { subjectId } = record;
  const about = await recordsAbout(tx, subjectId, ['behaviour', 'cycle']);
  // What its subject cannot see is nobody's limit, and must not be told by one.
  const seen = about.filter(each => maySee(each, { memberId: subjectId, coachees: new Set() }));
  const answer = mayBeActive(record, seen, tx.now);
  return answer.ok ? undefined : { code: 'limit', message: answer.message };
}
