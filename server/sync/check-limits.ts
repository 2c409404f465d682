/**
 * What must hold before a behaviour becomes active, and how many of them a person has. The device applies the same pure
 * functions; here they see everything that the server holds, within the transaction that writes. Only the device limits
 * the notes that a person gets in a day, because it knows when that person's day begins.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { mayBeActive, wasActive } from '#lib/coaching/behaviours/limits.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isOfNewerVersion } from '#lib/records/parse.ts';
import { isType } from '#lib/records/types.ts';
import { maySee } from '#lib/records/visibility.ts';
import { DAY } from '#lib/time.ts';
import type { Batch } from '#server/store/batch.ts';
import type { WorkspaceTx } from '#server/store/workspace-tx.ts';
import type { Refusal } from './decide.ts';

/** What is the same for all records of a push. */
interface Around {
  /** ms since 1970. */
  now: number;
  batch: Batch;
  lastRestore(): Promise<number | undefined>;
  /** How many behaviours of this push were judged, by the person whom they are about. */
  judged: Map<string, number>;
}

/**
 * Judging reads every word of a behaviour. Nobody has more than five active, so a push that activates more of one person
 * than this was made to keep the server busy.
 */
const MAX_JUDGED = 20;

/**
 * Judges the step to active, and never what is active already: the check of the language may ask for more than it did
 * when that was taken in. `held` is the revision that the server has.
 */
export async function checkLimits(
  { now, batch, lastRestore, judged }: Around,
  record: Envelope,
  held: Envelope | undefined,
): Promise<Refusal | undefined> {
  if (!isType(record, 'behaviour') || record.body.state !== 'active') return undefined;
  // We do not know what the body of a later schema says. Nobody's device shows it before it is of that version.
  if (record.schema !== 1) return undefined;
  if (held?.schema === 1 && wasActive(record, held)) return undefined;
  const before = judged.get(record.subjectId ?? '') ?? 0;
  if (before >= MAX_JUDGED)
    return { code: 'limit', message: `At most ${MAX_JUDGED} behaviours of one person at once.` };
  judged.set(record.subjectId ?? '', before + 1);
  // All other requests have their turn in between.
  await nextTurn();
  const answer = mayBeActive(record, await seenBySubject(batch, record.subjectId), now);
  if (answer.ok) return undefined;
  // After a restore, devices offer again what the backup does not have. It was judged when it first came.
  if (!held && record.updatedAt <= ((await lastRestore()) ?? -1)) return undefined;
  return { code: 'limit', message: answer.message };
}

/**
 * What the subject cannot see does not count: a refusal would otherwise reveal that it exists. Nor does what a newer
 * version wrote: its body may hold anything, and the device leaves it out too.
 */
async function seenBySubject(batch: Batch, subjectId: string | undefined): Promise<Envelope[]> {
  if (subjectId === undefined) return [];
  const about = await batch.about(subjectId, ['behaviour', 'cycle']);
  const known = about.filter(each => !isOfNewerVersion(each));
  return known.filter(each => maySee(each, { memberId: subjectId, coachees: new Set() }));
}

/** Devices offer what a backup lacks when they next connect. Later than this, a record is judged like a new one. */
const OFFERED_FOR = 30 * DAY;

/** When the workspace was last restored, ms since 1970; undefined if not lately. Looks once, and only when asked. */
export function lastRestoreOf({ trx, workspaceId, now }: WorkspaceTx): () => Promise<number | undefined> {
  let found: Promise<{ at: number } | undefined> | undefined;
  return async () => {
    found ??= trx
      .selectFrom('audit')
      .select('at')
      .where('workspace_id', '=', workspaceId)
      // Written out, because a database does not take the index of restores for a parameter.
      .where(sql<boolean>`kind = 'restore'`)
      .where('at', '>=', now - OFFERED_FOR)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return (await found)?.at;
  };
}
