/** What follows when all that the server has for us has come by: what it did not show. Within the last page's transaction. */
import { Dexie } from 'dexie';
import type { SidelineDb } from '#lib/store/db.ts';
import { requeue } from '#lib/store/row/change.ts';
import { reconcileLoss } from '#lib/store/row/reconcile.ts';
import type { StoredRecord, SyncState } from '#lib/store/row/row.ts';
import type { SyncMeta } from '#lib/store/sync-meta.ts';
import type { Session } from './session.ts';

const UNSETTLED: SyncState[] = ['pending', 'refused', 'stale'];

/**
 * What a server accepted, or answered with, it shows at the next pull. What it does not show, twice, it has lost: it was
 * restored from a backup which our cursor did not reveal, because the worker was killed between push and pull.
 */
export async function requeueUnconfirmed({ db, account }: Session): Promise<void> {
  const rows = await db.records
    .where('[workspaceId+unconfirmed]')
    .between([account.workspaceId, Dexie.minKey], [account.workspaceId, Dexie.maxKey])
    .toArray();
  if (rows.length === 0) return;
  await db.records.bulkPut(
    rows.map(row => {
      if (row.unconfirmed !== 'missed') return { ...row, unconfirmed: 'missed' as const };
      return row.sync === 'accepted' ? requeue(row) : reconcileLoss(row);
    }),
  );
}

/** Rows looked at in one step. */
const SLICE = 500;

/**
 * The accepted rows that this round did not show. By their ids and in slices: a cursor over a hundred thousand rows, of
 * which usually none is missing, takes far longer, and all of them at once would not fit a small device.
 */
async function acceptedBut(db: SidelineDb, workspaceId: string, round: string): Promise<StoredRecord[]> {
  const ids = await db.records.where('[workspaceId+sync]').equals([workspaceId, 'accepted']).primaryKeys();
  const missing: StoredRecord[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    const rows = await db.records.bulkGet(ids.slice(start, start + SLICE));
    for (const row of rows) if (row !== undefined && row.round !== round) missing.push(row);
  }
  return missing;
}

/** All that the server has for us has come by. What of others did not is no longer ours to see; what of ours, lost. */
export async function finishFullResync(
  session: Session,
  resync: NonNullable<SyncMeta['resync']>,
): Promise<void> {
  const { db, account, places } = session;
  const missing = await acceptedBut(db, account.workspaceId, resync.id);
  const others = missing.filter(row => row.authorId !== account.memberId);
  for (const { place } of others) if (place !== undefined) places.add(place);
  await db.records.bulkDelete(others.map(row => row.id));
  session.pulled += others.length;
  // In a round that is no loss, pushes go on: what was accepted meanwhile need not have come by yet.
  const lost = missing.filter(
    row => row.authorId === account.memberId && (resync.afterLoss || row.unconfirmed === undefined),
  );
  const unsettled = await db.records
    .where('[workspaceId+sync]')
    .anyOf(UNSETTLED.map(state => [account.workspaceId, state]))
    .filter(row => row.round !== resync.id && row.theirs !== undefined)
    .toArray();
  await db.records.bulkPut([...lost.map(requeue), ...unsettled.map(reconcileLoss)]);
}
