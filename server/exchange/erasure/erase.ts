/**
 * Erasure is the only way in which somebody other than its author changes a record. Its words are gone for good and
 * everywhere: a tombstone replaces it and reaches everybody who could see it, and the log says who erased it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { MAX_WHOLE } from '#lib/records/bounds.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { bareTombstone } from '#lib/records/tombstone.ts';
import { type Batch, openBatch } from '#server/store/batch.ts';
import { checkpointWal } from '#server/store/checkpoint-wal.ts';
import { mendForErasure } from '#server/store/mend.ts';
import type { Tables } from '#server/store/schema.ts';
import { stepsOf } from '#server/store/steps.ts';
import { changeWorkspace, type WorkspaceTx } from '#server/store/workspace-tx.ts';
import { findViewers } from '#server/sync/viewers.ts';

/** How many records we erase in one transaction, so that others need not wait long. */
const SLICE = 50;
/** How many we look at in one step. */
const STEP = 500;

export interface ErasureInput {
  workspaceId: string;
  /** The owner who erases; absent when the workspace's retention does. */
  by?: string | undefined;
  /** ms since 1970. */
  now: number;
}

export interface Erased {
  count: number;
  touched: ReadonlySet<string>;
}

/** Skips records that are erased already or do not exist, so it can safely be repeated. */
export async function eraseRecords(
  db: Kysely<Tables>,
  input: ErasureInput,
  ids: readonly string[],
): Promise<Erased> {
  const touched = new Set<string>();
  let count = 0;
  for (let i = 0; i < ids.length; i += SLICE) {
    const some = ids.slice(i, i + SLICE);
    const done = await changeWorkspace(db, input.workspaceId, input.now, tx => eraseSlice(tx, input, some));
    count += done.result;
    for (const member of done.touched) touched.add(member);
    // On SQLite nothing above ever waits, and all other requests would have to until the last slice.
    await nextTurn();
  }
  if (count > 0) await checkpointWal(db);
  return { count, touched };
}

/** Everything that a member wrote (`by`), everything about them (`about`), or both. */
export async function erasePerson(
  db: Kysely<Tables>,
  input: ErasureInput,
  memberId: string,
  which: 'by' | 'about' | 'both',
): Promise<Erased> {
  // Not by the index of authors or subjects, which would read all of a person's rows in every step.
  const author = sql`coalesce(author_id, '') = ${memberId}`;
  const subject = sql`coalesce(subject_id, '') = ${memberId}`;
  const theirs = { by: author, about: subject, both: sql`(${author} or ${subject})` }[which];
  const all = { count: 0, touched: new Set<string>() };
  for await (const { after, last } of stepsOf(db, input.workspaceId, STEP)) {
    const rows = await db
      .selectFrom('records')
      .select('id')
      .where('workspace_id', '=', input.workspaceId)
      .where('id', '>', after)
      .where('id', '<=', last)
      .where('deleted', '=', 0)
      .where(sql<boolean>`${theirs}`)
      .orderBy('id')
      .execute();
    const { count, touched } = await eraseRecords(
      db,
      input,
      rows.map(row => row.id),
    );
    all.count += count;
    for (const member of touched) all.touched.add(member);
  }
  return all;
}

async function eraseSlice(tx: WorkspaceTx, input: ErasureInput, ids: readonly string[]): Promise<number> {
  await mendForErasure(tx.trx, tx.workspaceId, ids);
  const batch = await openBatch(tx, ids);
  const viewersOf = findViewers(tx);
  let count = 0;
  for (const id of ids) {
    const held = batch.find(id)?.record;
    // Only a tombstone without words is nothing to erase, whatever a row says of itself.
    if (!held || (held.deletedAt !== undefined && Object.keys(held.body).length === 0)) continue;
    await bury(tx, batch, held, await viewersOf(held));
    const { type, subjectId } = held;
    tx.log({ kind: 'erase', actorId: input.by, subjectId, type, targetId: id });
    count += 1;
  }
  await batch.flush();
  return count;
}

async function bury(tx: WorkspaceTx, batch: Batch, held: Envelope, viewers: Set<string>): Promise<void> {
  const at = Math.max(tx.now, held.updatedAt);
  // One from a time with wider limits must not go beyond what the databases can keep.
  const rev = Math.min(held.rev + 1, MAX_WHOLE);
  const tombstone = bareTombstone({ ...held, rev, updatedAt: at, deletedAt: at });
  batch.save(tombstone, tx.take(), viewers);
}
