/**
 * 90 days after a record was deleted or erased, the rest of it goes too: who wrote it, about whom, when, and in answer
 * to what. Only its id stays, so that a device that was away for longer cannot bring it back: that device's next pull
 * lists the id under `removed`, and a push of it is refused (see decide.ts).
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import { DAY } from '#lib/time.ts';
import { openBatch } from '#server/store/batch.ts';
import { checkpointWal } from '#server/store/checkpoint-wal.ts';
import { mendForErasure, readStored } from '#server/store/mend.ts';
import { EVERYONE, NOBODY, type Tables } from '#server/store/schema.ts';
import { stepsOf } from '#server/store/steps.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';

/** How long the tombstone of a deleted record is kept, in ms. */
export const TOMBSTONE_KEPT = 90 * DAY;
/** How many records we purge in one transaction, so that others who write need not wait long. */
const SLICE = 50;
/** How many we look at in one step. */
const STEP = 500;

/** Purges what was deleted at least `kept` ms ago, in every workspace. Returns how many records that were. */
export async function purgeTombstones(
  db: Kysely<Tables>,
  now: number,
  notify: (workspaceId: string, touched: ReadonlySet<string>) => void,
  kept = TOMBSTONE_KEPT,
): Promise<number> {
  let count = 0;
  const workspaces = await db.selectFrom('workspaces').select('id').orderBy('id').execute();
  for (const { id } of workspaces) {
    const due = await tombstonesDue(db, id, now - kept, now);
    for (let i = 0; i < due.length; i += SLICE) {
      notify(id, await purgeSlice(db, id, due.slice(i, i + SLICE), now));
      // On SQLite nothing here ever waits, and all other requests would have to.
      await nextTurn();
    }
    count += due.length;
  }
  if (count > 0) await checkpointWal(db);
  return count;
}

/** Marks those ids as gone for which there is no record, so that no device can bring them back. */
export async function writeTombstones(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
  now: number,
): Promise<void> {
  for (let i = 0; i < ids.length; i += SLICE) {
    const some = ids.slice(i, i + SLICE);
    const rows = await db
      .selectFrom('records')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', some)
      .execute();
    const held = new Set(rows.map(row => row.id));
    const free = some.filter(id => !held.has(id));
    if (free.length > 0) await purgeSlice(db, workspaceId, free, now);
  }
}

async function tombstonesDue(
  db: Kysely<Tables>,
  workspaceId: string,
  before: number,
  now: number,
): Promise<string[]> {
  const due: string[] = [];
  for await (const { after, last } of stepsOf(db, workspaceId, STEP)) {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'record'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '>', after)
      .where('id', '<=', last)
      .where('deleted', '=', 1)
      .where('author_id', '!=', NOBODY)
      .where('received_at', '<=', before)
      .orderBy('id')
      .execute();
    due.push(...rows.filter(row => isDue(row, before, now)).map(row => row.id));
  }
  return due;
}

/** The time of a deletion is by its author's device. If that clock is ahead, the server's time of receipt decides. */
function isDue({ record }: { record: string }, before: number, now: number): boolean {
  // A damaged one says nothing of its own, and the time of receipt has passed.
  const deletedAt = readStored(record)?.deletedAt ?? before;
  return deletedAt <= before || deletedAt > now;
}

async function purgeSlice(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const { touched } = await changeWorkspace(db, workspaceId, now, async tx => {
    await mendForErasure(tx.trx, workspaceId, ids);
    const batch = await openBatch(tx, ids);
    await tx.trx
      .deleteFrom('feed')
      .where('workspace_id', '=', workspaceId)
      .where('record_id', 'in', ids)
      .execute();
    for (const id of ids) {
      const rev = batch.find(id)?.record.rev ?? 1;
      // Everybody's devices look there; and because nobody may see it, they learn that it is gone.
      batch.save(tombstoneOf(workspaceId, id, rev), tx.take(), [EVERYONE]);
    }
    await batch.flush();
    await tx.trx
      .updateTable('records')
      .set({ received_at: 0 })
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', ids)
      .execute();
  });
  return touched;
}

function tombstoneOf(workspaceId: string, id: string, rev: number): Envelope {
  const nothing = { refs: [], createdAt: 0, updatedAt: 0, deletedAt: 0, schema: 1, body: {} };
  return { id, type: 'gone', workspaceId, authorId: NOBODY, audience: 'author', rev, ...nothing };
}
