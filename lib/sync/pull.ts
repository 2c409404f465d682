/** GET /v1/pull, page by page: stores what others wrote and removes what we may no longer see. */
import type { Envelope } from '#lib/records/envelope.ts';
import { storing } from '#lib/store/errors.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import { reconcileAbsence, reconcileCopy } from '#lib/store/row/reconcile.ts';
import { placesOf, type StoredRecord } from '#lib/store/row/row.ts';
import { sameVersion } from '#lib/store/row/versions.ts';
import { addQuarantined, type QuarantinedRecord, readSyncMeta, writeSyncMeta } from '#lib/store/sync-meta.ts';
import { finishFullResync, requeueUnconfirmed } from './full-resync.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import { MAX_PULL, type PullResponse, problemTypes, pullResponse } from './protocol.ts';
import { badServer, type Failure, request } from './request.ts';
import { requireOpenSession, type Session, startFullResync } from './session.ts';

/** Enough for a full page of the largest records; in bytes. */
const MAX_PAGE_BYTES = 40 * 1024 * 1024;

export type Pulled = { ok: true; more: boolean } | { ok: true; more: true; lostCursor: true } | Failure;

/**
 * Fetches one page and stores it with its cursor in one transaction. `lostCursor`: the server did not know
 * our cursor, so a full resync has begun, and nothing may be pushed until it is over. Throws StorageFullError
 * and SessionOverError; then neither page nor cursor is stored.
 */
export async function pullPage(session: Session): Promise<Pulled> {
  const { db, account } = session;
  const cursor = (await readSyncMeta(db, account.workspaceId))?.cursor;
  const query = new URLSearchParams({ limit: String(MAX_PULL), ...(cursor === undefined ? {} : { cursor }) });
  const reply = await request({
    fetch: session.fetch,
    url: `${account.server}/v1/pull?${query}`,
    token: account.token,
    schema: pullResponse,
    maxBytes: MAX_PAGE_BYTES,
    signal: session.signal,
  });
  if (!reply.ok) {
    if (reply.problem !== problemTypes.unknownCursor || cursor === undefined) return reply;
    await startFullResync(db, account.workspaceId, { afterLoss: true });
    return { ok: true, more: true, lostCursor: true };
  }
  const page = reply.value;
  if (page.records.length > MAX_PULL) return badServer('The server sent more records than were asked for.');
  if (page.more && page.cursor === cursor)
    return badServer('The server sends the same page again and again.');
  const incoming = readIncoming(page.records, account.workspaceId, session.now());
  await storing(() =>
    // Dexie keeps a transaction across native awaits only if its scope is itself an async function.
    db.transaction('rw', db.records, db.meta, async () => storePage(session, cursor, page, incoming)),
  );
  return { ok: true, more: page.more };
}

async function storePage(
  session: Session,
  requestedCursor: string | undefined,
  page: PullResponse,
  incoming: Incoming,
): Promise<void> {
  const { db, account } = session;
  const meta = await requireOpenSession(session);
  // The cursor has changed: another context pulled (in a browser without locks), or somebody asked for a
  // repair.
  if (meta.cursor !== requestedCursor) return;

  const before = await readRows(session, [...page.removed, ...idsOf(incoming)]);
  const after = new Map(before);
  const quarantined: QuarantinedRecord[] = [...incoming.quarantined];
  for (const id of page.removed) {
    const row = after.get(id);
    if (row?.workspaceId === account.workspaceId) after.set(id, reconcileAbsence(row));
  }
  for (const copy of incoming.records) {
    const next = reconcileIncoming(session, after.get(copy.id), copy);
    if (typeof next === 'string') quarantined.push({ id: copy.id, reason: next, at: session.now() });
    else after.set(copy.id, next);
  }
  if (meta.resync) markShown(session, after, incoming, meta.resync.id);

  await writeRows(session, before, after);
  await addQuarantined(db, account.workspaceId, quarantined);
  if (!page.more) {
    await requeueUnconfirmed(session);
    if (meta.resync) await finishFullResync(session, meta.resync);
  }
  const { resync, ...rest } = meta;
  await writeSyncMeta(db, account.workspaceId, {
    ...rest,
    cursor: page.cursor,
    ...(page.more && resync ? { resync } : {}),
    ...(page.more ? {} : { seq: Math.max(meta.seq ?? 0, session.seq) }),
  });
}

/** The row for a record from the server, or the reason why it is quarantined. */
function reconcileIncoming(
  session: Session,
  row: StoredRecord | undefined,
  copy: Envelope,
): StoredRecord | string {
  const { workspaceId, memberId } = session.account;
  const now = session.now();
  if (!row) return acceptedRow(copy, now);
  if (row.workspaceId !== workspaceId) return 'A record of another workspace has this id.';
  if (row.authorId !== memberId) return sameVersion(row, copy) ? row : acceptedRow(copy, now);
  if (copy.authorId === memberId) return reconcileCopy(row, copy, now);
  if (row.sync === 'accepted') return 'The server says that another member wrote this record of yours.';
  // Our words stay. If the server refuses them and we give them up, the other member's record replaces them.
  return { ...row, theirs: copy, receivedAt: now };
}

function markShown(
  { account: { workspaceId } }: Session,
  after: Map<string, StoredRecord | undefined>,
  incoming: Incoming,
  resyncId: string,
): void {
  for (const id of idsOf(incoming)) {
    const row = after.get(id);
    if (row?.workspaceId === workspaceId && row.round !== resyncId)
      after.set(id, { ...row, round: resyncId });
  }
}

/** Includes the ids of quarantined records, because the server did show them. */
function idsOf({ records, quarantined }: Incoming): string[] {
  return [...records.map(record => record.id), ...quarantined.flatMap(({ id }) => id ?? [])];
}

async function readRows({ db }: Session, ids: string[]): Promise<Map<string, StoredRecord | undefined>> {
  const unique = [...new Set(ids)];
  const rows = await db.records.bulkGet(unique);
  return new Map(unique.map((id, i) => [id, rows[i]]));
}

/**
 * Writes the rows that differ. Counts visible changes and collects the places where a person would notice
 * them.
 */
async function writeRows(
  session: Session,
  before: Map<string, StoredRecord | undefined>,
  after: Map<string, StoredRecord | undefined>,
): Promise<void> {
  const { db, places } = session;
  const puts: StoredRecord[] = [];
  const deletes: string[] = [];
  const refs = new Set<string>();
  for (const [id, row] of after) {
    const old = before.get(id);
    if (row === old) continue;
    if (row) puts.push(row);
    else deletes.push(id);
    if (row && old && sameVersion(row, old)) continue;
    session.pulled += 1;
    for (const each of [old, row]) {
      const own = each ? placesOf(each) : [];
      for (const place of own) places.add(place);
      if (own.length === 0) for (const ref of each?.refs ?? []) refs.add(ref);
    }
  }
  await db.records.bulkPut(puts);
  await db.records.bulkDelete(deletes);
  // An answer has no place of its own; it changes what is shown at its note's place.
  for (const row of await db.records.bulkGet([...refs]))
    for (const place of row ? placesOf(row) : []) places.add(place);
}
