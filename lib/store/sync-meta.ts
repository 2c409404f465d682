/** Where the device stands with its server, one row of `meta` a workspace; and what it could not take in. */
import type { SidelineDb } from './db.ts';

export interface SyncMeta {
  /** Made when the workspace is first synced here, gone with it: a sync that outlives a sign-out sees the difference. */
  session: string;
  /** The server's opaque word for how far we have pulled; absent before the first page. */
  cursor?: string;
  /**
   * A pull from the beginning that is under way. When it ends, records of others that it did not show are removed.
   * `afterLoss`: the server had lost our cursor, so nothing is pushed before we have seen what it holds.
   */
  round?: { id: string; afterLoss: boolean };
  /** The highest `seq` of a record of ours that the server had accepted when we last pulled to the end. */
  seq?: number;
}

/** A record from the server that could not be taken in. */
export interface AsideEntry {
  id?: string;
  reason: string;
  at: number;
}

/** Older entries go: they are there for a person who looks for a cause, not for the record. */
const MAX_ASIDE = 100;

const syncKey = (workspaceId: string) => `sync|${workspaceId}`;
const asideKey = (workspaceId: string) => `aside|${workspaceId}`;

export function syncMetaKeys(workspaceId: string): string[] {
  return [syncKey(workspaceId), asideKey(workspaceId)];
}

export async function readSyncMeta(db: SidelineDb, workspaceId: string): Promise<SyncMeta | undefined> {
  return (await db.meta.get(syncKey(workspaceId)))?.value as SyncMeta | undefined;
}

export async function writeSyncMeta(db: SidelineDb, workspaceId: string, meta: SyncMeta): Promise<void> {
  await db.meta.put({ key: syncKey(workspaceId), value: meta });
}

/** What the server sent and this device could not take in, newest last, at most a hundred. */
export async function asideRecords(db: SidelineDb, workspaceId: string): Promise<AsideEntry[]> {
  return ((await db.meta.get(asideKey(workspaceId)))?.value as AsideEntry[] | undefined) ?? [];
}

/** To be called within the transaction that passes over the records. */
export async function addAside(db: SidelineDb, workspaceId: string, entries: AsideEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const all = [...(await asideRecords(db, workspaceId)), ...entries.slice(-MAX_ASIDE)].slice(-MAX_ASIDE);
  await db.meta.put({ key: asideKey(workspaceId), value: all });
}
