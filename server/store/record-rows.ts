/** Turns records, their refs and their feeds into rows. */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import { anyOf, type ColumnsOf, insertionOf } from './insert-rows.ts';
import type { Tables } from './schema.ts';

/** A record that is to be stored. */
export interface Saved {
  record: Envelope;
  seq: number;
  /** When the server received the first revision, in ms since 1970 by its own clock. */
  receivedAt: number;
  /** The record as JSON. */
  text: string;
}

const RECORD_COLUMNS = [
  'workspace_id',
  'id',
  'type',
  'author_id',
  'subject_id',
  'audience',
  'rev',
  'seq',
  'deleted',
  'created_at',
  'received_at',
  'record',
] as const satisfies ColumnsOf<'records'>;

const REPLACE_RECORD = `on conflict (workspace_id, id) do update set ${RECORD_COLUMNS.slice(2)
  .map(column => `"${column}" = excluded."${column}"`)
  .join(', ')}`;

const FEED_COLUMNS = ['workspace_id', 'member_id', 'record_id', 'seq'] as const satisfies ColumnsOf<'feed'>;
const MOVE_ENTRY = 'on conflict (workspace_id, member_id, record_id) do update set seq = excluded.seq';

const REF_COLUMNS = ['workspace_id', 'ref_id', 'record_id'] as const satisfies ColumnsOf<'refs'>;

/** The statements that store these records. Those that are `held` replace the rows under their ids. */
export function recordChanges(
  db: Kysely<Tables>,
  workspaceId: string,
  saved: readonly Saved[],
  held: (id: string) => boolean,
): CompiledQuery[] {
  const rowOf = ({ record, seq, receivedAt, text }: Saved) => ({
    workspace_id: workspaceId,
    id: record.id,
    type: record.type,
    author_id: record.authorId,
    subject_id: record.subjectId ?? null,
    audience: record.audience,
    rev: record.rev,
    seq,
    deleted: record.deletedAt === undefined ? 0 : 1,
    created_at: record.createdAt,
    received_at: receivedAt,
    record: text,
  });
  const [old, fresh] = [
    saved.filter(each => held(each.record.id)),
    saved.filter(each => !held(each.record.id)),
  ];
  return [
    // A new record conflicts with nothing, and `on conflict` would cost the database more than writing the row.
    ...insertionOf(db, 'records', RECORD_COLUMNS, fresh.map(rowOf)),
    ...insertionOf(db, 'records', RECORD_COLUMNS, old.map(rowOf), REPLACE_RECORD),
  ];
}

/** The statements that put a change into these members' feeds. No feed can have a record that was not `held` before. */
export function feedChanges(
  db: Kysely<Tables>,
  workspaceId: string,
  entries: readonly { member_id: string; record_id: string; seq: number }[],
  held: (id: string) => boolean,
): CompiledQuery[] {
  const rows = entries.map(entry => ({ workspace_id: workspaceId, ...entry }));
  const [moved, fresh] = [rows.filter(row => held(row.record_id)), rows.filter(row => !held(row.record_id))];
  return [
    ...insertionOf(db, 'feed', FEED_COLUMNS, fresh),
    ...insertionOf(db, 'feed', FEED_COLUMNS, moved, MOVE_ENTRY),
  ];
}

/** The statements that write changed refs; usually only new records have any. */
export function refChanges(
  db: Kysely<Tables>,
  workspaceId: string,
  saved: readonly Saved[],
  refsBefore: (id: string) => readonly string[],
): CompiledQuery[] {
  const added: { workspace_id: string; ref_id: string; record_id: string }[] = [];
  const removals: CompiledQuery[] = [];
  for (const { record } of saved) {
    const before = new Set(refsBefore(record.id));
    const now = new Set(record.refs);
    for (const ref_id of now) {
      if (!before.has(ref_id)) added.push({ workspace_id: workspaceId, ref_id, record_id: record.id });
    }
    const gone = [...before].filter(ref => !now.has(ref));
    if (gone.length === 0) continue;
    const removal = db
      .deleteFrom('refs')
      .where('workspace_id', '=', workspaceId)
      .where(sql<boolean>`ref_id ${anyOf(db, gone)}`)
      .where('record_id', '=', record.id);
    removals.push(removal.compile());
  }
  return [...removals, ...insertionOf(db, 'refs', REF_COLUMNS, added)];
}
