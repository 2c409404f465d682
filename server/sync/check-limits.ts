/**
 * What must hold before a behaviour becomes active, and how many of them a person has. The device applies the same pure
 * functions; here they see everything that the server holds, within the transaction that writes. Only the device limits
 * the notes that a person gets in a day, because it knows when that person's day begins.
 */
import { mayBeActive, wasActive } from '#lib/coaching/behaviours/limits.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import type { Batch } from '#server/store/batch.ts';
import type { WorkspaceTx } from '#server/store/workspace-tx.ts';
import type { Refusal } from './decide.ts';

/**
 * Judges the step to active, and never what is active already: the check of the language may ask for more than it did
 * when that was taken in. `held` is the revision that the server has.
 */
export async function checkLimits(
  tx: WorkspaceTx,
  batch: Batch,
  record: Envelope,
  held: Envelope | undefined,
): Promise<Refusal | undefined> {
  if (!isType(record, 'behaviour') || record.body.state !== 'active') return undefined;
  if (held && wasActive(record, held)) return undefined;
  const answer = mayBeActive(record, await seenBySubject(batch, record.subjectId), tx.now);
  if (answer.ok || (!held && (await wasHereBefore(tx, record)))) return undefined;
  return { code: 'limit', message: answer.message };
}

/** What the subject cannot see does not count: a refusal would otherwise reveal that it exists. */
async function seenBySubject(batch: Batch, subjectId: string | undefined): Promise<Envelope[]> {
  if (subjectId === undefined) return [];
  const about = await batch.about(subjectId, ['behaviour', 'cycle']);
  return about.filter(each => maySee(each, { memberId: subjectId, coachees: new Set() }));
}

/** After a restore, devices offer again what the backup does not have. It was judged when it first came. */
async function wasHereBefore({ trx, workspaceId }: WorkspaceTx, { updatedAt }: Envelope): Promise<boolean> {
  const restored = await trx
    .selectFrom('audit')
    .select('n')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'restore')
    .where('at', '>=', updatedAt)
    .limit(1)
    .executeTakeFirst();
  return restored !== undefined;
}
