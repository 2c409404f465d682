/**
 * Erasure is the only way in which somebody other than its author changes a record. Its words are gone for good and
 * everywhere: a tombstone replaces it and reaches everybody who could see it, and the log says who erased it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { MAX_WHOLE } from '#lib/records/bounds.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { bareTombstone } from '#lib/records/tombstone.ts';
import { type Batch, openBatch, storedRecords } from '#server/store/batch.ts';
import { checkpointWal } from '#server/store/checkpoint-wal.ts';
import { mendForErasure, readStored } from '#server/store/mend.ts';
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
  /**
   * Asked in each transaction that erases, about what is held at that moment: a record that was due when somebody looked
   * may have changed since. Gets `undefined` for a damaged row. Without it everything that is named is erased.
   */
  isStillDue?: (trx: Kysely<Tables>) => Promise<(record: Envelope | undefined) => boolean>;
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

/** How often we look again at most: somebody who never stops writing must not keep us here for ever. */
const MAX_PASSES = 10;

/**
 * Everything that a member wrote (`by`), everything about them (`about`), or both. It takes a while, and they may write
 * meanwhile, so we look again until there is nothing left.
 */
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
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const { count, touched } = await eraseWhere(db, input, theirs);
    all.count += count;
    for (const member of touched) all.touched.add(member);
    if (count === 0) break;
  }
  return all;
}

/** One walk over all records of the workspace. */
async function eraseWhere(
  db: Kysely<Tables>,
  input: ErasureInput,
  which: RawBuilder<unknown>,
): Promise<Erased> {
  const all = { count: 0, touched: new Set<string>() };
  for await (const { after, last } of stepsOf(db, input.workspaceId, STEP)) {
    const rows = await db
      .selectFrom('records')
      .select('id')
      .where('workspace_id', '=', input.workspaceId)
      .where('id', '>', after)
      .where('id', '<=', last)
      .where('deleted', '=', 0)
      .where(sql<boolean>`${which}`)
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

async function eraseSlice(tx: WorkspaceTx, input: ErasureInput, named: readonly string[]): Promise<number> {
  const ids = await stillDue(tx, input, named);
  if (ids.length === 0) return 0;
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

async function stillDue(
  { trx, workspaceId }: WorkspaceTx,
  { isStillDue }: ErasureInput,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (!isStillDue) return ids;
  const isDue = await isStillDue(trx);
  const { rows } = await trx.executeQuery(storedRecords(trx, workspaceId, ids));
  return rows.filter(row => isDue(readStored(row.record))).map(row => row.id);
}

async function bury(tx: WorkspaceTx, batch: Batch, held: Envelope, viewers: Set<string>): Promise<void> {
  const at = Math.max(tx.now, held.updatedAt);
  // One from a time with wider limits must not go beyond what the databases can keep.
  const rev = Math.min(held.rev + 1, MAX_WHOLE);
  const tombstone = bareTombstone({ ...held, rev, updatedAt: at, deletedAt: at });
  batch.save(tombstone, tx.take(), viewers);
}
