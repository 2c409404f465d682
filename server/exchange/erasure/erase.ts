/**
 * Erasure is the only way in which somebody other than its author changes a record. Its words are gone for good and
 * everywhere: a tombstone replaces it and reaches everybody who could see it, and the log says who erased it.
 */
import { type Kysely, sql } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import { bareTombstone } from '#lib/records/tombstone.ts';
import { type Batch, openBatch } from '#server/store/batch.ts';
import { checkpointWal } from '#server/store/checkpoint-wal.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace, type WorkspaceTx } from '#server/store/workspace-tx.ts';
import { findViewers } from '#server/sync/viewers.ts';

/** How many records we erase in one transaction, so that others who write need not wait long. */
const SLICE = 200;

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
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('workspace_id', '=', input.workspaceId)
    .where('deleted', '=', 0)
    .where(
      which === 'by'
        ? sql<boolean>`author_id = ${memberId}`
        : which === 'about'
          ? sql<boolean>`subject_id = ${memberId}`
          : sql<boolean>`(author_id = ${memberId} or subject_id = ${memberId})`,
    )
    .orderBy('seq')
    .execute();
  return eraseRecords(
    db,
    input,
    rows.map(row => row.id),
  );
}

async function eraseSlice(tx: WorkspaceTx, input: ErasureInput, ids: readonly string[]): Promise<number> {
  const batch = await openBatch(tx, ids);
  const viewersOf = findViewers(tx);
  let count = 0;
  for (const id of ids) {
    const held = batch.find(id)?.record;
    if (!held || held.deletedAt !== undefined) continue;
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
  const tombstone = bareTombstone({ ...held, rev: held.rev + 1, updatedAt: at, deletedAt: at });
  batch.save(tombstone, tx.take(), viewers);
}
