/** POST /v1/push: judges each record on its own, and stores all accepted ones in one durable transaction. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { CLOSES_EDITING, EDIT_WINDOW_MS } from '#lib/coaching/notes/edit-window.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { MAX_RECORD_BYTES, MAX_REFS } from '#lib/records/envelope.ts';
import { parseToText } from '#lib/records/parse.ts';
import type { Writer } from '#lib/records/permissions.ts';
import { traitsOf } from '#lib/records/traits.ts';
import { isType } from '#lib/records/types.ts';
import type { PushResult } from '#lib/sync/protocol.ts';
import { describeWrite } from '#server/audit/chain.ts';
import { nestingOf } from '#server/http/nesting.ts';
import { pairsAround } from '#server/store/assignments.ts';
import { type Batch, createBatch, type Held, storedRecords } from '#server/store/batch.ts';
import { deviceRow } from '#server/store/devices.ts';
import { readRoles, rolesOf } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { lookAndChange, type WorkspaceTx } from '#server/store/workspace-tx.ts';
import { checkId } from './check-id.ts';
import { checkLimits, lastRestoreOf } from './check-limits.ts';
import { type Author, checkAuthor, decide, type Refusal } from './decide.ts';
import { checkWriter } from './may-write.ts';
import { readReferred } from './referred.ts';
import { findViewers, type ViewersOf } from './viewers.ts';

/** How deeply one record may be nested: twice as deep as the deepest known anchor. */
const MAX_RECORD_DEPTH = 16;

export interface Pushed {
  /** One for each record, in the order of the request. */
  results: PushResult[];
  /** Members who have something to pull now. */
  touched: ReadonlySet<string>;
  /** Ids of damaged rows that were met on the way. */
  damaged: ReadonlySet<string>;
}

/** Whoever pushes: a device, or the server itself on somebody's behalf. */
export type Pusher = Author & { deviceId?: string };

/**
 * Never throws because of what is in a record: a refused one does not hold up the others. Returns undefined and stores
 * nothing when the device is no longer signed in. We check that in this very transaction, so that a device cannot get
 * anything in after it was signed out.
 */
export async function pushRecords(
  db: Kysely<Tables>,
  pusher: Pusher,
  inputs: readonly unknown[],
  now: number,
): Promise<Pushed | undefined> {
  const { workspaceId, memberId, deviceId } = pusher;
  const named = inputs.map(keysOf);
  // Who may see a record depends on these two, see `coacheeOf`.
  const people = new Set([memberId, ...named.flatMap(({ subjectId }) => subjectId ?? [])]);
  // Parse the records while the database is looking things up.
  const reading = nextTurn().then(() => inputs.map(readInput));
  const { result, touched } = await lookAndChange(
    db,
    workspaceId,
    now,
    trx => [
      storedRecords(trx, workspaceId, new Set(named.flatMap(({ ids }) => ids))),
      rolesOf(trx, workspaceId, people),
      pairsAround(trx, workspaceId, { coachId: memberId, coacheeIds: people }),
      ...(deviceId === undefined ? [] : [deviceRow(trx, { workspaceId, deviceId })]),
    ],
    async (tx, [stored, members, pairs, device]) => {
      if (device?.length === 0) return undefined;
      const roles = new Map(members.map(({ id, role }) => [id, readRoles(role)]));
      const own = pairs.filter(pair => pair.coach_id === memberId).map(pair => pair.coachee_id);
      const writer: Writer = { memberId, roles: roles.get(memberId) ?? [], coachees: new Set(own) };
      const coaches = new Map([...people].map(id => [id, new Set<string>()]));
      for (const pair of pairs) coaches.get(pair.coachee_id)?.add(pair.coach_id);
      const batch = createBatch(tx, stored);
      const viewersOf = findViewers(tx, coaches);
      const session: Session = {
        tx,
        batch,
        pusher,
        writer,
        members: new Set(roles.keys()),
        viewersOf,
        lastRestore: lastRestoreOf(tx),
        judged: new Map(),
      };
      const results: PushResult[] = [];
      for (const input of await reading) results.push(await pushOne(session, input));
      tx.finally(batch.statements());
      return { results, damaged: batch.damaged };
    },
  );
  return result && { ...result, touched };
}

/**
 * What to look up for a record that is not parsed yet: its own id, the ids of what it refers to where the rules need
 * them, and whom it is about. Values that cannot be keys are skipped; such a record is refused later.
 */
function keysOf(input: unknown): { ids: string[]; subjectId: string | undefined } {
  const { id, type, subjectId, refs } = fieldsOf(input);
  const isAnswer = typeof type === 'string' && !traitsOf(type).standing;
  const named = isAnswer && Array.isArray(refs) ? refs.slice(0, MAX_REFS) : [];
  return { ids: [id, ...named].filter(isKey), subjectId: isKey(subjectId) ? subjectId : undefined };
}

/** What we look up once for the whole request. */
interface Session {
  tx: WorkspaceTx;
  batch: Batch;
  pusher: Pusher;
  writer: Writer;
  /** Those subjects of the pushed records who are members. */
  members: ReadonlySet<string>;
  viewersOf: ViewersOf;
  lastRestore: ReturnType<typeof lastRestoreOf>;
  judged: Map<string, number>;
}

/** One pushed record, before we know anything about it. */
interface Input {
  id: string;
  rev: number;
  parsed: Readable | Refusal;
}

interface Readable {
  record: Envelope;
  /** As JSON. */
  text: string;
}

/** What closes a note's time to be edited; nothing where that is over anyway. */
async function answersThatClose(batch: Batch, held: Held | undefined, now: number): Promise<Envelope[]> {
  if (!held || !isType(held.record, 'note') || now >= held.receivedAt + EDIT_WINDOW_MS) return [];
  const { id, subjectId } = held.record;
  return subjectId === undefined ? [] : batch.answersTo(id, subjectId, CLOSES_EDITING);
}

async function pushOne(session: Session, { id, rev, parsed }: Input): Promise<PushResult> {
  const refused = ({ code, message }: Refusal): PushResult => ({ status: 'refused', id, rev, code, message });
  if (!('record' in parsed)) return refused(parsed);
  const { record, text } = parsed;
  const foreign = checkAuthor(record, session.pusher);
  if (foreign) return refused(foreign);

  const { tx, batch } = session;
  const held = batch.find(id);
  const answers = await answersThatClose(batch, held, tx.now);
  const decision = decide(record, held, answers, tx.now);
  switch (decision.kind) {
    case 'refuse':
      return refused(decision);
    case 'same':
      return { status: 'accepted', id, rev, seq: held?.seq ?? 0 };
    case 'gone':
      // It has no sequence number: no pull will show it.
      return { status: 'accepted', id, rev, seq: 0 };
    case 'stale':
      // The author may always see it, and `decide` has refused everybody else.
      return held ? { status: 'stale', id, rev, record: held.record } : refused(MISSING);
    case 'write':
  }
  const isDeletion = record.deletedAt !== undefined;
  // A deletion for those who have the record is always allowed. Any other is written like a record of its own.
  if (!isDeletion || !held || !reachesTheSame(record, held.record)) {
    const refusal =
      checkWriter(record, session.writer, {
        subjectIsMember: record.subjectId !== undefined && session.members.has(record.subjectId),
        referred: await readReferred(batch, record, session.writer),
      }) ?? checkId(record, held?.record);
    // Nobody here has what is to be deleted, and its author may not bring it in: it is gone already.
    if (refusal && isDeletion && !held) return { status: 'accepted', id, rev, seq: 0 };
    if (refusal) return refused(refusal);
  }
  if (!isDeletion) {
    const limit = await checkLimits(
      { now: tx.now, batch, lastRestore: session.lastRestore, judged: session.judged },
      record,
      held?.record,
    );
    if (limit) return refused(limit);
  }
  const seq = tx.take();
  const viewers = await session.viewersOf(record);
  for (const each of held ? await session.viewersOf(held.record) : []) viewers.add(each);
  batch.save(record, seq, viewers, text);
  tx.log(describeWrite(record, held === undefined));
  return { status: 'accepted', id, rev, seq };
}

function reachesTheSame(record: Envelope, held: Envelope): boolean {
  return (
    record.subjectId === held.subjectId &&
    record.audience === held.audience &&
    isDeepStrictEqual(record.refs, held.refs)
  );
}

const MISSING: Refusal = { code: 'invalid', message: 'The server does not hold this record.' };

/** Ids and types are keys: printable ASCII, so that every engine keeps and compares them alike. */
const KEY = /^[!-~]{1,128}$/;
const isKey = (value: unknown): value is string => typeof value === 'string' && KEY.test(value);

function readInput(input: unknown): Input {
  return { ...nameOf(input), parsed: parseInput(input) };
}

function parseInput(input: unknown): Readable | Refusal {
  if (nestingOf(input) > MAX_RECORD_DEPTH) return { code: 'invalid', message: 'It is nested too deeply.' };
  const parsed = parseToText(input);
  if (!parsed.ok && parsed.bytes !== undefined) {
    const message = `It has ${parsed.bytes} bytes; at most ${MAX_RECORD_BYTES} are allowed. Make it shorter.`;
    return { code: 'too-large', message };
  }
  if (!parsed.ok) return { code: 'invalid', message: parsed.reason };
  const { id, type, subjectId = id, refs } = parsed.record;
  if (![id, type, subjectId, ...refs].every(isKey)) {
    return { code: 'invalid', message: 'Ids and types are printable ASCII without spaces.' };
  }
  return { record: parsed.record, text: parsed.text };
}

/** The id and revision for the result, as far as the record has them. */
function nameOf(input: unknown): { id: string; rev: number } {
  const { id, rev } = fieldsOf(input);
  return {
    id: typeof id === 'string' ? id.slice(0, 128) : '',
    rev: Number.isSafeInteger(rev) ? Number(rev) : 0,
  };
}

function fieldsOf(input: unknown): Record<string, unknown> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}
