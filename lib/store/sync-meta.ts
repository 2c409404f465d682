/** The state of the sync and the quarantined records, one row of `meta` each per workspace. */
import type { SidelineDb } from './db.ts';
import { deleteMeta, readMeta, writeMeta } from './meta.ts';

export interface SyncMeta {
  /**
   * Created with the first sync, deleted at sign-out: a sync still running then sees that it no longer
   * matches.
   */
  session: string;
  /** The server's opaque token for how far we have pulled; absent before the first page. */
  cursor?: string;
  /**
   * A full resync (a pull from the beginning) in progress. When it ends, it removes others' records that it
   * did not show. `afterLoss`: the server lost our cursor, so we push nothing until we have seen everything
   * it holds.
   */
  resync?: { id: string; afterLoss: boolean };
  /** The highest `seq` of our records that the server had accepted when we last pulled to the end. */
  seq?: number;
}

/** A record from the server that we could not store. */
export interface QuarantinedRecord {
  id?: string;
  reason: string;
  at: number;
}

/** We drop older entries: they only help somebody who is looking for a cause. */
const MAX_QUARANTINED = 100;

declare module './meta.ts' {
  interface MetaValues {
    [key: `sync|${string}`]: SyncMeta;
    [key: `quarantined|${string}`]: QuarantinedRecord[];
  }
}

export async function readSyncMeta(db: SidelineDb, workspaceId: string): Promise<SyncMeta | undefined> {
  return readMeta(db, `sync|${workspaceId}`);
}

export async function writeSyncMeta(db: SidelineDb, workspaceId: string, meta: SyncMeta): Promise<void> {
  await writeMeta(db, `sync|${workspaceId}`, meta);
}

/** The quarantined records, newest last, at most a hundred. */
export async function quarantinedRecords(db: SidelineDb, workspaceId: string): Promise<QuarantinedRecord[]> {
  return (await readMeta(db, `quarantined|${workspaceId}`)) ?? [];
}

/** Call this within the transaction that skips the records. */
export async function addQuarantined(
  db: SidelineDb,
  workspaceId: string,
  entries: QuarantinedRecord[],
): Promise<void> {
  if (entries.length === 0) return;
  const all = [...(await quarantinedRecords(db, workspaceId)), ...entries.slice(-MAX_QUARANTINED)].slice(
    -MAX_QUARANTINED,
  );
  await writeMeta(db, `quarantined|${workspaceId}`, all);
}

/** Deletes the state of the sync and the quarantined records. */
export async function deleteSyncMeta(db: SidelineDb, workspaceId: string): Promise<void> {
  await deleteMeta(db, `sync|${workspaceId}`, `quarantined|${workspaceId}`);
}
