/**
 * The state of one sync run, and the check before every write that the member has not signed out meanwhile.
 */
import { newId } from '#lib/records/create.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { storedIdentity } from '#lib/store/identity.ts';
import { readSyncMeta, type SyncMeta, writeSyncMeta } from '#lib/store/sync-meta.ts';
import type { SyncAccount } from './account.ts';

export interface Session {
  db: SidelineDb;
  account: SyncAccount;
  fetch: typeof fetch;
  /** Ms since 1970. */
  now: () => number;
  signal?: AbortSignal | undefined;
  /** The SyncMeta.session with which this run began. */
  token: string;
  /** Keys of the artifacts whose records have changed so far. */
  places: Set<string>;
  pushed: number;
  /** The highest `seq` among the pushed records. */
  seq: number;
  pulled: number;
}

/** The member signed out of this workspace during the sync, so it writes nothing more. */
export class SessionOverError extends Error {
  override name = 'SessionOverError';
}

/**
 * Reads the state of the sync. If this workspace was never synced here, creates it and begins a full resync.
 * Throws SessionOverError when the device is not (or no longer) signed in to the workspace: a sync that was
 * called just before a sign-out must not bring back what the sign-out has deleted.
 */
export function openMeta(db: SidelineDb, { workspaceId, memberId }: SyncAccount): Promise<SyncMeta> {
  return db.transaction('rw', db.meta, async () => {
    const identity = await storedIdentity(db);
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

/** Call this first in every transaction that writes. */
export async function requireOpenSession({ db, account, token }: Session): Promise<SyncMeta> {
  const meta = await readSyncMeta(db, account.workspaceId);
  if (meta?.session !== token) throw new SessionOverError('Signed out during the sync.');
  return meta;
}

/**
 * Forgets our cursor, so that the next pull starts from the beginning and compares everything. `afterLoss` is
 * true when the server lost our cursor and false for a repair that a person asked for.
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
