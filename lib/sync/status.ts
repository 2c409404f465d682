/** How the last contact with the server went, for the UI. */
import type { SidelineDb } from '#lib/store/db.ts';
import { deleteMeta, readMeta, writeMeta } from '#lib/store/meta.ts';

export interface SyncStatus {
  /** `outdated`: the server accepts nothing from a version as old as ours. */
  state: 'ok' | 'offline' | 'signed-out' | 'outdated' | 'error';
  message?: string;
  /** Ms since 1970. */
  at: number;
}

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    sync: SyncStatus;
  }
}

/** Undefined until the first contact after signing in. */
export function loadSyncStatus(db: SidelineDb): Promise<SyncStatus | undefined> {
  return readMeta(db, 'sync');
}

export async function saveSyncStatus(db: SidelineDb, status: SyncStatus): Promise<void> {
  await writeMeta(db, 'sync', status);
}

/** Call this when the account changes: the status belongs to the old one. */
export async function deleteSyncStatus(db: SidelineDb): Promise<void> {
  await deleteMeta(db, 'sync');
}
