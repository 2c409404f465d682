/** Records that no server has accepted yet, and the author's decisions about them. */
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from './db.ts';
import { RecordMovedOnError, storing } from './errors.ts';
import { acceptedRow, historyOf, rebase, requeue, theirsAccepted } from './row/change.ts';
import { type StoredRecord, type SyncState, toEnvelope } from './row/row.ts';
import { saveOwn } from './save-own.ts';
import { isDamaged } from './sound.ts';

export interface Outbox {
  /** How many records are waiting to be sent. */
  waiting: number;
  /** The server refused them and gave a reason: the author revises or discards them. */
  refused: StoredRecord[];
  /** Written on two devices: the author keeps one of the two texts. */
  stale: StoredRecord[];
}

export function outbox(db: SidelineDb, workspaceId: string): Promise<Outbox> {
  return db.transaction('r', db.records, async () => ({
    waiting: await inState(db, workspaceId, 'pending').count(),
    refused: await inState(db, workspaceId, 'refused').toArray(),
    stale: await inState(db, workspaceId, 'stale').toArray(),
  }));
}

/** The author chose this device's text, which is rebased onto the server's. `now` is in ms since 1970. */
export function keepMine(db: SidelineDb, id: string, now: number): Promise<StoredRecord> {
  return decide(db, id, 'stale', row => {
    if (!row.theirs) return requeue(row);
    const updatedAt = Math.max(now, row.updatedAt, row.theirs.updatedAt);
    return rebase({ ...row, updatedAt, past: historyOf(row) }, row.theirs);
  });
}

/** The author chose the other device's text, which is the server's. */
export function keepTheirs(db: SidelineDb, id: string): Promise<StoredRecord> {
  return decide(db, id, 'stale', row => (row.theirs ? theirsAccepted(row, row.theirs) : requeue(row)));
}

/**
 * The author gives up a refused change. The server's text replaces it; if the server has none, the row is
 * deleted. Resolves to the row that is there now.
 */
export async function discardRefused(db: SidelineDb, id: string): Promise<StoredRecord | undefined> {
  return storing(() =>
    db.transaction('rw', db.records, async () => {
      const row = await inExpectedState(db, id, 'refused');
      const back = row.theirs
        ? theirsAccepted(row, row.theirs)
        : row.base && requeue(acceptedRow(row.base, row.receivedAt ?? row.updatedAt, row));
      if (back) await db.records.put(back);
      else await db.records.delete(id);
      return back;
    }),
  );
}

/** Sends a refused record again, revised so that the reason no longer applies. Throws what saveOwn throws. */
export async function resendRefused(db: SidelineDb, revised: Envelope): Promise<StoredRecord> {
  return db.transaction('rw', db.records, async () => {
    await inExpectedState(db, revised.id, 'refused');
    return saveOwn(db, revised);
  });
}

/**
 * Exports every record of the workspace that no server has accepted, and every damaged one, as NDJSON: one
 * envelope per line, oldest id first.
 */
export async function exportOutbox(db: SidelineDb, workspaceId: string): Promise<string> {
  const states: SyncState[] = ['local', 'pending', 'refused', 'stale'];
  const rows = await db.records
    .where('[workspaceId+sync]')
    .anyOf(states.map(state => [workspaceId, state]))
    .toArray();
  const damaged = await db.records
    .filter(row => row.workspaceId === workspaceId && !states.includes(row.sync) && isDamaged(row))
    .toArray();
  rows.push(...damaged);
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return rows.map(row => `${JSON.stringify(toEnvelope(row))}\n`).join('');
}

function inState(db: SidelineDb, workspaceId: string, state: SyncState) {
  return db.records.where('[workspaceId+sync]').equals([workspaceId, state]);
}

function decide(
  db: SidelineDb,
  id: string,
  state: SyncState,
  change: (row: StoredRecord) => StoredRecord,
): Promise<StoredRecord> {
  return storing(() =>
    db.transaction('rw', db.records, async () => {
      const row = change(await inExpectedState(db, id, state));
      await db.records.put(row);
      return row;
    }),
  );
}

async function inExpectedState(db: SidelineDb, id: string, state: SyncState): Promise<StoredRecord> {
  const row = await db.records.get(id);
  if (row?.sync !== state) throw new RecordMovedOnError(id);
  return row;
}
