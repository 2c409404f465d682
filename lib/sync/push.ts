/**
 * POST /v1/push: sends the outbox in batches. Nothing that the server says about one record holds up another. A worker
 * that dies midway leaves its records pending: they go again at the next sync, and the server takes what it has already
 * for the same (server/sync/decide.ts).
 */
import { MAX_RECORD_BYTES } from '#lib/records/envelope.ts';
import { z } from '#lib/records/zod.ts';
import { storing } from '#lib/store/errors.ts';
import { reconcileAnswer } from '#lib/store/row/reconcile.ts';
import { placesOf, type StoredRecord, toEnvelope } from '#lib/store/row/row.ts';
import { sameVersion } from '#lib/store/row/versions.ts';
import { MAX_BODY_BYTES, MAX_PUSH, type PushResult, pushResult } from './protocol.ts';
import { type Failure, request } from './request.ts';
import { requireOpenSession, type Session } from './session.ts';

/** An answer contains at most one record for each that was sent; in bytes. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** A record that is still pending after this many answers in one sync waits for the next sync. */
const MAX_TRIES = 4;
/**
 * More than enough to halve a batch of MAX_PUSH until only the record that the server cannot process is left.
 */
const MAX_BATCH_FAILURES = 9;

/** We parse the results one by one: one that we cannot read must not cost us the others. */
const looseResponse = z.object({ results: z.array(z.unknown()) });

interface Batch {
  rows: StoredRecord[];
  body: string;
}

/** Pushes until nothing is pending. Throws StorageFullError and SessionOverError. */
export async function pushAll(session: Session): Promise<{ ok: true } | Failure> {
  const tries = new Map<string, number>();
  let size = MAX_PUSH;
  let failures = 0;
  for (;;) {
    const batch = await nextBatch(session, tries, size);
    if (!batch) return { ok: true };
    const reply = await send(session, batch);
    if (reply.ok) {
      for (const { id } of batch.rows) tries.set(id, (tries.get(id) ?? 0) + 1);
      await settle(session, batch.rows, readResults(reply.value.results));
      size = Math.min(size * 2, MAX_PUSH);
      failures = 0;
      continue;
    }
    if (!isAboutContent(reply) || ++failures > MAX_BATCH_FAILURES) return reply;
    const [only] = batch.rows;
    if (batch.rows.length > 1) size = Math.ceil(batch.rows.length / 2);
    else if (only) {
      tries.set(only.id, MAX_TRIES);
      // After a 500 the server cannot say what is wrong, so the next sync tries again. Any other status is a
      // refusal.
      if (reply.status !== 500) await settle(session, batch.rows, [refusalOf(only, reply)]);
    }
  }
}

function send(session: Session, batch: Batch) {
  return request({
    fetch: session.fetch,
    url: `${session.account.server}/v1/push`,
    method: 'POST',
    token: session.account.token,
    body: batch.body,
    schema: looseResponse,
    maxBytes: MAX_ANSWER_BYTES,
    signal: session.signal,
  });
}

/**
 * The oldest pending records that fit into one request. Refuses records that are too large for any request.
 */
async function nextBatch(
  session: Session,
  tries: Map<string, number>,
  size: number,
): Promise<Batch | undefined> {
  const { db, account } = session;
  const waiting = await db.records
    .where('[workspaceId+sync]')
    .equals([account.workspaceId, 'pending'])
    // Leave out what another member, signed in here before, has written: it waits for them.
    .filter(row => row.authorId === account.memberId && (tries.get(row.id) ?? 0) < MAX_TRIES)
    .limit(size)
    .toArray();
  const encoder = new TextEncoder();
  const rows: StoredRecord[] = [];
  const texts: string[] = [];
  let bytes = '{"records":[]}'.length;
  for (const row of waiting) {
    const text = JSON.stringify(toEnvelope(row));
    const length = encoder.encode(text).length;
    if (length > MAX_RECORD_BYTES) {
      tries.set(row.id, MAX_TRIES);
      const message = `It has ${length} bytes; at most ${MAX_RECORD_BYTES} are allowed. Make it shorter.`;
      await settle(
        session,
        [row],
        [{ status: 'refused', id: row.id, rev: row.rev, code: 'too-large', message }],
      );
      continue;
    }
    if (bytes + length + 1 >= MAX_BODY_BYTES) break;
    bytes += length + 1;
    rows.push(row);
    texts.push(text);
  }
  if (rows.length > 0) return { rows, body: `{"records":[${texts.join(',')}]}` };
  return waiting.length > 0 ? nextBatch(session, tries, size) : undefined;
}

function readResults(results: unknown[]): PushResult[] {
  return results.flatMap(result => {
    const parsed = pushResult.safeParse(result);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Applies the answers to the rows that are still pending; a row without an answer stays pending. */
async function settle(session: Session, sent: StoredRecord[], results: PushResult[]): Promise<void> {
  const { db, account, places } = session;
  const answers = new Map(results.map(result => [result.id, result]));
  await storing(() =>
    db.transaction('rw', db.records, db.meta, async () => {
      const { seq: pulledTo } = await requireOpenSession(session);
      const rows = await db.records.bulkGet(sent.map(row => row.id));
      const puts: StoredRecord[] = [];
      for (const [i, was] of sent.entries()) {
        const row = rows[i];
        const answer = answers.get(was.id);
        if (row?.sync !== 'pending' || row.workspaceId !== account.workspaceId) continue;
        if (!answer || answer.rev !== was.rev || !isAboutUs(answer, was)) continue;
        const next = reconcileAnswer(row, was, answer, session.now(), pulledTo);
        if (answer.status === 'accepted') {
          session.pushed += 1;
          session.seq = Math.max(session.seq, answer.seq);
        }
        if (!sameVersion(next, row)) for (const place of placesOf(next)) places.add(place);
        if (next !== row) puts.push(next);
      }
      await db.records.bulkPut(puts);
    }),
  );
}

function isAboutUs(answer: PushResult, was: StoredRecord): boolean {
  if (answer.status !== 'stale') return true;
  return answer.record.id === was.id && answer.record.workspaceId === was.workspaceId;
}

/** Does the request's content cause the failure, rather than the server, the network or the account? */
function isAboutContent(failure: Failure): boolean {
  return failure.status === 400 || failure.status === 413 || failure.status === 422 || failure.status === 500;
}

function refusalOf(row: StoredRecord, failure: Failure): PushResult {
  const code = failure.status === 413 ? 'too-large' : 'invalid';
  return { status: 'refused', id: row.id, rev: row.rev, code, message: failure.message };
}
