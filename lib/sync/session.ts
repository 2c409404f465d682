/** What one run of the sync carries along, and the check that it is still wanted before anything is written. */
import { newId } from '#lib/records/create.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { readSyncMeta, type SyncMeta, writeSyncMeta } from '#lib/store/sync-meta.ts';
import type { SyncAccount } from './account.ts';

export interface Session {
  db: SidelineDb;
  account: SyncAccount;
  fetch: typeof fetch;
  /** Ms since 1970. */
  now: () => number;
  signal?: AbortSignal | undefined;
  /** SyncMeta.session as it was when this run began. */
  token: string;
  /** Artifacts with changed records, so far. */
  places: Set<string>;
  pushed: number;
  /** The highest `seq` of what was pushed. */
  seq: number;
  pulled: number;
}

/** The member signed out of this workspace while the sync was under way: nothing more is written. */
export class SessionOverError extends Error {
  override name = 'SessionOverError';
}

/**
 * The state of the sync; made new where this workspace was never synced here, with a round from the beginning. Throws
 * SessionOverError where the device is not signed in to the workspace (any more): a sync that was called just before a
 * sign-out must not bring back what the sign-out has taken away.
 */
export function openMeta(db: SidelineDb, { workspaceId, memberId }: SyncAccount): Promise<SyncMeta> {
  return db.transaction('rw', db.meta, async () => {
    const identity = await loadIdentity(db);
    if (identity.workspaceId !== workspaceId || identity.memberId !== memberId) {
      throw new SessionOverError('This device is not signed in to the workspace.');
    }
    const known = await readSyncMeta(db, workspaceId);
    if (known && (known.cursor !== undefined || known.resync)) return known;
    const meta: SyncMeta = {
      session: known?.session ?? newId(),
      resync: { id: newId(), afterLoss: false },
    };
    await writeSyncMeta(db, workspaceId, meta);
    return meta;
  });
}

/** To be called first in every transaction that writes. */
export async function stillWanted({ db, account, token }: Session): Promise<SyncMeta> {
  const meta = await readSyncMeta(db, account.workspaceId);
  if (meta?.session !== token) throw new SessionOverError('Signed out during the sync.');
  return meta;
}

/**
 * Forgets how far we had pulled: the next pull begins anew and compares everything. `afterLoss` when the server lost
 * our cursor; without it, it is a repair that a person asked for.
 */
export async function startFullResync(
  db: SidelineDb,
  workspaceId: string,
  { afterLoss }: { afterLoss: boolean },
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const meta = await readSyncMeta(db, workspaceId);
    if (!meta) return;
    await writeSyncMeta(db, workspaceId, { session: meta.session, resync: { id: newId(), afterLoss } });
  });
}
