/**
 * GET /v1/pull: what changed for this member since the cursor, in order of `seq`. The cost depends on how much is new,
 * not on how much there is. When nothing is new, it is one look at the workspace's row.
 */
import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { type Audience, audiences } from '#lib/records/envelope.ts';
import { maySee, type Scope, type Viewer } from '#lib/records/visibility.ts';
import { coacheesOf } from '#server/store/assignments.ts';
import { kindOf } from '#server/store/database.ts';
import type { Caller } from '#server/store/devices.ts';
import { type Head, readHead } from '#server/store/head.ts';
import { readStored } from '#server/store/mend.ts';
import { pipeline } from '#server/store/pipeline.ts';
import { EVERYONE, type Tables } from '#server/store/schema.ts';
import { type Cursor, readCursor, tagAt, writeCursor } from './cursor.ts';

/** A page ends after this many characters of records, whatever its limit says. It always holds at least one record. */
const MAX_PAGE_CHARS = 2 * 1024 * 1024;

export type Page = {
  ok: true;
  /** The records as JSON texts, as they are stored. */
  records: string[];
  /** Ids of damaged rows, which are left out: one of them must not spoil the whole page. */
  damaged: string[];
  removed: string[];
  cursor: string;
  more: boolean;
};

export type PullOutcome = Page | { ok: false; reason: 'unknown-cursor' };

interface Query {
  cursor?: string | undefined;
  limit: number;
}

/** Settle the workspace (settle.ts) and read `head` before you call this. */
export async function pullRecords(
  db: Kysely<Tables>,
  caller: Caller,
  query: Query,
  head: Head,
): Promise<PullOutcome> {
  const { memberId } = caller;
  let cursor: Cursor | undefined;
  if (query.cursor !== undefined) {
    cursor = readCursor(query.cursor);
    if (cursor === undefined || cursor.memberId !== memberId) return { ok: false, reason: 'unknown-cursor' };
    if (cursor.seq === head.seq && cursor.tag === head.tag) {
      return { ok: true, records: [], damaged: [], removed: [], cursor: query.cursor, more: false };
    }
  }
  // One snapshot, bounded by the head, so that the whole page is of one moment.
  const transaction =
    kindOf(db) === 'postgres'
      ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      : db.transaction();
  return transaction.execute(trx => readPage(trx, caller, cursor, query.limit));
}

async function readPage(
  db: Transaction<Tables>,
  { workspaceId, memberId }: Caller,
  cursor: Cursor | undefined,
  limit: number,
): Promise<PullOutcome> {
  const { seq: head, tag: headTag } = await readHead(db, workspaceId);
  const known = cursor === undefined || (await isKnown(db, workspaceId, cursor, head));
  if (!known) return { ok: false, reason: 'unknown-cursor' };
  const after = cursor?.seq ?? 0;
  const viewer: Viewer = { memberId, coachees: await coacheesOf(db, workspaceId, memberId) };
  const range = { after, head, limit: limit + 1 };
  const [own, told, common] = await pipeline(db, [
    readOwn(db, workspaceId, memberId, range),
    readFeed(db, workspaceId, memberId, range),
    readFeed(db, workspaceId, EVERYONE, range),
  ]);
  const entries = [...own, ...told, ...common].sort((a, b) => a.seq - b.seq);

  const records: string[] = [];
  const removed: string[] = [];
  const damaged: string[] = [];
  const seen = new Set<string>();
  let last = after;
  let chars = 0;
  let more = false;
  for (const entry of entries) {
    const size = entry.record.length;
    if (entry.seq > last && seen.size > 0 && (seen.size >= limit || chars + size > MAX_PAGE_CHARS)) {
      more = true;
      break;
    }
    last = entry.seq;
    // Several feeds can hold the same change; it is still one record.
    if (seen.has(entry.record_id)) continue;
    seen.add(entry.record_id);
    if (!maySee(readScope(entry), viewer)) removed.push(entry.record_id);
    else if (readStored(entry.record)?.id !== entry.record_id) damaged.push(entry.record_id);
    else {
      records.push(entry.record);
      chars += size;
    }
  }
  if (!more) last = head;
  const tag = last === head ? headTag : await tagAt(db, workspaceId, last);
  if (tag === undefined) throw new Error(`No commit at ${last}`);
  return { ok: true, records, damaged, removed, cursor: writeCursor({ seq: last, tag, memberId }), more };
}

async function isKnown(
  db: Kysely<Tables>,
  workspaceId: string,
  cursor: Cursor,
  head: number,
): Promise<boolean> {
  return cursor.seq <= head && cursor.tag === (await tagAt(db, workspaceId, cursor.seq));
}

interface Entry {
  seq: number;
  record_id: string;
  record: string;
  type: string;
  author_id: string;
  subject_id: string | null;
  audience: string;
}

/** The sequence numbers that a page may cover, and how many rows to read at most. */
interface Range {
  after: number;
  head: number;
  limit: number;
}

/** What the member wrote themself. It is found by its author, so it needs no entry in their feed. */
function readOwn(
  db: Kysely<Tables>,
  workspaceId: string,
  memberId: string,
  range: Range,
): CompiledQuery<Entry> {
  return db
    .selectFrom('records')
    .select(['seq', 'id as record_id', 'record', 'type', 'author_id', 'subject_id', 'audience'])
    .where('workspace_id', '=', workspaceId)
    .where('author_id', '=', memberId)
    .where('seq', '>', range.after)
    .where('seq', '<=', range.head)
    .orderBy('seq')
    .limit(range.limit)
    .compile();
}

function readFeed(
  db: Kysely<Tables>,
  workspaceId: string,
  memberId: string,
  range: Range,
): CompiledQuery<Entry> {
  return db
    .selectFrom('feed')
    .innerJoin('records', join =>
      join.onRef('records.workspace_id', '=', 'feed.workspace_id').onRef('records.id', '=', 'feed.record_id'),
    )
    .select([
      'feed.seq',
      'feed.record_id',
      'records.record',
      'records.type',
      'records.author_id',
      'records.subject_id',
      'records.audience',
    ])
    .where('feed.workspace_id', '=', workspaceId)
    .where('feed.member_id', '=', memberId)
    .where('feed.seq', '>', range.after)
    .where('feed.seq', '<=', range.head)
    .orderBy('feed.seq')
    .limit(range.limit)
    .compile();
}

function readScope(entry: Entry): Scope {
  const audience: Audience = audiences.find(known => known === entry.audience) ?? 'author';
  return {
    type: entry.type,
    authorId: entry.author_id,
    audience,
    ...(entry.subject_id === null ? {} : { subjectId: entry.subject_id }),
  };
}
