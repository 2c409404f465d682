/** Where the device stands with its server, one row of `meta` a workspace; and what it could not take in. */
import type { SidelineDb } from './db.ts';
import { deleteMeta, readMeta, writeMeta } from './meta.ts';

export interface SyncMeta {
  /** Made when the workspace is first synced here, gone with it: a sync that outlives a sign-out sees the difference. */
  session: string;
  /** The server's opaque word for how far we have pulled; absent before the first page. */
  cursor?: string;
  /**
   * A pull from the beginning that is under way. When it ends, records of others that it did not show are removed.
   * `afterLoss`: the server had lost our cursor, so nothing is pushed before we have seen what it holds.
   */
  resync?: { id: string; afterLoss: boolean };
  /** The highest `seq` of a record of ours that the server had accepted when we last pulled to the end. */
  seq?: number;
}

/** A record from the server that could not be taken in. */
export interface QuarantinedRecord {
  id?: string;
  reason: string;
  at: number;
}

/** Older entries go: they are there for a person who looks for a cause, not for the record. */
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

/** What the server sent and this device could not take in, newest last, at most a hundred. */
export async function quarantinedRecords(db: SidelineDb, workspaceId: string): Promise<QuarantinedRecord[]> {
  return (await readMeta(db, `quarantined|${workspaceId}`)) ?? [];
}

/** To be called within the transaction that passes over the records. */
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

/** Forgets where the device stood and what it could not take in. */
export async function deleteSyncMeta(db: SidelineDb, workspaceId: string): Promise<void> {
  await deleteMeta(db, `sync|${workspaceId}`, `quarantined|${workspaceId}`);
}
