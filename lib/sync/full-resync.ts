/** Handles what a complete pull did not show. Everything here runs in the transaction of the last page. */
import { Dexie } from 'dexie';
import type { SidelineDb } from '#lib/store/db.ts';
import { requeue } from '#lib/store/row/change.ts';
import { reconcileLoss } from '#lib/store/row/reconcile.ts';
import { placesOf, type StoredRecord, type SyncState } from '#lib/store/row/row.ts';
import type { SyncMeta } from '#lib/store/sync-meta.ts';
import type { Session } from './session.ts';

const UNSETTLED: SyncState[] = ['pending', 'refused', 'stale'];

/**
 * A server shows at the next pull whatever it accepted or returned in an answer. If two pulls do not show it,
 * the server has lost it: it was restored from a backup, which our cursor did not reveal because the worker
 * was killed between push and pull.
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

/** Rows per step. */
const SLICE = 500;

/**
 * The accepted rows that this full resync did not show. We read them by id and in slices: usually none of a
 * hundred thousand rows is missing, so a cursor would take far longer, and all of them at once would not fit
 * into a small device's memory.
 */
async function acceptedNotShown(
  db: SidelineDb,
  workspaceId: string,
  resyncId: string,
): Promise<StoredRecord[]> {
  const ids = await db.records.where('[workspaceId+sync]').equals([workspaceId, 'accepted']).primaryKeys();
  const missing: StoredRecord[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    const rows = await db.records.bulkGet(ids.slice(start, start + SLICE));
    for (const row of rows) if (row !== undefined && row.round !== resyncId) missing.push(row);
  }
  return missing;
}

/**
 * The server has shown all it has for us. Others' records that it did not show are no longer visible to us
 * and are deleted; own records that it did not show are lost there and are requeued.
 */
export async function finishFullResync(
  session: Session,
  resync: NonNullable<SyncMeta['resync']>,
): Promise<void> {
  const { db, account, places } = session;
  const missing = await acceptedNotShown(db, account.workspaceId, resync.id);
  const others = missing.filter(row => row.authorId !== account.memberId);
  for (const row of others) for (const place of placesOf(row)) places.add(place);
  await db.records.bulkDelete(others.map(row => row.id));
  session.pulled += others.length;
  // Without a loss, pushes go on during a full resync, so it need not have shown what was accepted meanwhile.
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
