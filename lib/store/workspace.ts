/** Changes to a whole workspace on the device: moved into a team at sign-in, wiped at sign-out. */
import { Dexie } from 'dexie';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { adopted, comingAlong } from './adopt.ts';
import type { SidelineDb } from './db.ts';
import { underOwnIds } from './draft-migration.ts';
import type { Draft } from './drafts.ts';
import { storing } from './errors.ts';
import { deleteMeta, readMeta } from './meta.ts';
import { forgetAllMoved } from './moved-records.ts';
import { placesOf, type StoredRecord, type SyncState, toEnvelope, toRow } from './row/row.ts';
import { canonical } from './row/versions.ts';
import { deleteSyncMeta } from './sync-meta.ts';

/**
 * Moves everything that one person wrote without a server, drafts included, into the workspace they have
 * joined. The records become theirs and wait to be sent; none is seen by more people than its author knew (see
 * adopt.ts). Resolves to the number of records.
 */
export async function adoptSolo(
  db: SidelineDb,
  to: { workspaceId: string; memberId: string },
): Promise<number> {
  return storing(() =>
    db.transaction('rw', db.records, db.drafts, async () => {
      const rows = await allOf(db, SOLO_WORKSPACE).toArray();
      const along = comingAlong(rows);
      const records = adopted(along.map(toEnvelope), to);
      await db.records.bulkDelete([...along, ...rows.filter(isLeftover)].map(row => row.id));
      // What this member has already written in the workspace under the same derived id stays.
      const there = await db.records.bulkGet(records.map(({ id }) => id));
      const moved = records.filter((_, i) => !there[i]).map(record => toRow(record, { sync: 'pending' }));
      await db.records.bulkPut(moved);
      const drafts = await db.drafts.where('workspaceId').equals(SOLO_WORKSPACE).toArray();
      await db.drafts.bulkDelete(drafts.map(draft => draft.id));
      for (const draft of drafts) await adoptDraft(db, draft, to.workspaceId);
      return moved.length;
    }),
  );
}

const isLeftover = ({ deletedAt, type }: StoredRecord) => deletedAt !== undefined || type === 'settings';

/** How much there is to take along: whatever would move, and half-written texts. */
export async function soloCount(db: SidelineDb): Promise<number> {
  const rows = await allOf(db, SOLO_WORKSPACE).toArray();
  const drafts = await db.drafts.where('workspaceId').equals(SOLO_WORKSPACE).count();
  return comingAlong(rows).filter(({ type }) => type !== 'seen').length + drafts;
}

/** A draft that was gone on with after the sign-in lies in the workspace already: then there are two. */
async function adoptDraft(db: SidelineDb, draft: Draft, workspaceId: string): Promise<void> {
  const moved = { ...draft, workspaceId, id: workspaceId + draft.id.slice(SOLO_WORKSPACE.length) };
  const there = await db.drafts.get(moved.id);
  if (there && canonical(there.body) === canonical(moved.body)) return;
  await db.drafts.put(there ? underOwnIds(moved) : moved);
}

/**
 * Signs out: deletes everything of the workspace in one transaction, including drafts, the sync's state and
 * the identity. A sync that is still running notices and writes nothing more. Ask about the outbox first: see
 * exportOutbox.
 */
export async function wipeWorkspace(db: SidelineDb, workspaceId: string): Promise<void> {
  await db.transaction('rw', db.records, db.drafts, db.meta, async () => {
    await allOf(db, workspaceId).delete();
    await db.drafts.where('workspaceId').equals(workspaceId).delete();
    await deleteSyncMeta(db, workspaceId);
    await forgetAllMoved(db, workspaceId);
    const identity = await readMeta(db, 'identity');
    if (identity?.workspaceId === workspaceId) await deleteMeta(db, 'identity');
  });
}

/** States of a text that the server does not have, or has differently: nobody's words may vanish unseen. */
const UNSENT: readonly SyncState[] = ['pending', 'refused', 'stale'];

/**
 * The server has signed this device out, so we delete everything that came from it, and the sync's state.
 * What is unsent stays, so that its author can sign in again or export it. `seen` records go even so: they
 * contain nobody's words and would reveal what was here. Resolves to the places whose marks are gone.
 */
export async function wipeReceived(db: SidelineDb, workspaceId: string): Promise<string[]> {
  return db.transaction('rw', db.records, db.meta, async () => {
    const rows = await allOf(db, workspaceId).toArray();
    const received = rows.filter(row => row.type === 'seen' || !UNSENT.includes(row.sync));
    await db.records.bulkDelete(received.map(row => row.id));
    await deleteSyncMeta(db, workspaceId);
    await forgetAllMoved(db, workspaceId);
    return [...new Set(received.flatMap(placesOf))];
  });
}

function allOf(db: SidelineDb, workspaceId: string) {
  return db.records
    .where('[workspaceId+sync]')
    .between([workspaceId, Dexie.minKey], [workspaceId, Dexie.maxKey], true, true);
}
