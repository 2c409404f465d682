/**
 * The records that one transaction reads and writes. All that it needs by id is read at once; what it saves is seen by
 * what comes after it in the same transaction, and written at once by `flush`.
 */
import { sql } from 'kysely';
import { type Envelope, envelopeSchema } from '#lib/records/envelope.ts';
import type { RecordType } from '#lib/records/types.ts';
import { anyOf, insertRows } from './insert-rows.ts';
import type { RecordRow, Tables } from './schema.ts';
import type { WorkspaceTx } from './workspace-tx.ts';

export interface Held {
  record: Envelope;
  seq: number;
  /** When the server got the first revision, in ms since 1970 by its own clock. */
  receivedAt: number;
}

export interface Batch {
  /** Only of the ids that the batch was opened with, and of what was saved in it. */
  find(id: string): Held | undefined;
  /** All records that refer to this one. */
  answersTo(id: string): Promise<Envelope[]>;
  /** The records of these types about one member, tombstones left out. */
  about(subjectId: string, types: readonly RecordType[]): Promise<Envelope[]>;
  /** Stores a revision in place of the one that was held, and tells the feeds of these members. */
  save(record: Envelope, seq: number, viewers: Iterable<string>): void;
  /** Writes what was saved. Call it once, at the end of the transaction's work. */
  flush(): Promise<void>;
}

export async function openBatch(tx: WorkspaceTx, ids: Iterable<string>): Promise<Batch> {
  const { trx, workspaceId, now } = tx;
  const wanted = new Set(ids);
  const rows =
    wanted.size === 0
      ? []
      : await trx
          .selectFrom('records')
          .select(['id', 'record', 'seq', 'received_at'])
          .where('workspace_id', '=', workspaceId)
          .where(sql<boolean>`id ${anyOf(trx, wanted)}`)
          .execute();
  const stored = new Map(rows.map(row => [row.id, row]));
  const read = new Map<string, Held>();
  const saved = new Map<string, Held>();
  const told = new Map<string, { member_id: string; record_id: string; seq: number }>();

  function find(id: string): Held | undefined {
    const known = saved.get(id) ?? read.get(id);
    if (known) return known;
    const row = stored.get(id);
    if (!row) return undefined;
    const held = { record: readRecord(row), seq: row.seq, receivedAt: row.received_at };
    read.set(id, held);
    return held;
  }

  /** What the database holds, with what was saved here in its place or beside it. */
  function merge(rows: readonly { record: string }[], belongs: (record: Envelope) => boolean): Envelope[] {
    const known = rows.map(readRecord).filter(record => !saved.has(record.id));
    const own = [...saved.values()].map(held => held.record).filter(belongs);
    return [...known, ...own];
  }

  return {
    find,
    async answersTo(id) {
      const rows = await trx
        .selectFrom('refs')
        .innerJoin('records', join =>
          join
            .onRef('records.workspace_id', '=', 'refs.workspace_id')
            .onRef('records.id', '=', 'refs.record_id'),
        )
        .select('records.record')
        .where('refs.workspace_id', '=', workspaceId)
        .where('refs.ref_id', '=', id)
        .execute();
      return merge(rows, record => record.refs.includes(id));
    },
    async about(subjectId, types) {
      const rows = await trx
        .selectFrom('records')
        .select('record')
        .where('workspace_id', '=', workspaceId)
        .where('subject_id', '=', subjectId)
        .where('type', 'in', types)
        .where('deleted', '=', 0)
        .execute();
      return merge(
        rows,
        record =>
          record.subjectId === subjectId &&
          record.deletedAt === undefined &&
          types.some(type => type === record.type),
      );
    },
    save(record, seq, viewers) {
      saved.set(record.id, { record, seq, receivedAt: find(record.id)?.receivedAt ?? now });
      for (const member_id of viewers) {
        told.set(`${member_id} ${record.id}`, { member_id, record_id: record.id, seq });
        tx.touched.add(member_id);
      }
    },
    async flush() {
      const rows = [...saved.values()].map(held => toRow(workspaceId, held));
      await insertRows(trx, 'records', RECORD_COLUMNS, rows, REPLACE_RECORD);
      await saveRefs(tx, [...saved.values()], id => {
        const row = stored.get(id);
        return row === undefined ? [] : (read.get(id)?.record ?? readRecord(row)).refs;
      });
      const entries = [...told.values()].map(entry => ({ workspace_id: workspaceId, ...entry }));
      await insertRows(trx, 'feed', FEED_COLUMNS, entries, MOVE_ENTRY);
    },
  };
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
] as const satisfies (keyof Tables['records'])[];

const REPLACE_RECORD = `on conflict (workspace_id, id) do update set ${RECORD_COLUMNS.slice(2)
  .map(column => `"${column}" = excluded."${column}"`)
  .join(', ')}`;

const FEED_COLUMNS = ['workspace_id', 'member_id', 'record_id', 'seq'] as const;
const MOVE_ENTRY = 'on conflict (workspace_id, member_id, record_id) do update set seq = excluded.seq';

function toRow(workspaceId: string, { record, seq, receivedAt }: Held): RecordRow {
  return {
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
    record: JSON.stringify(record),
  };
}

/** Writes which records refer to which, as far as it changed: usually only for new records. */
async function saveRefs(
  { trx, workspaceId }: WorkspaceTx,
  saved: readonly Held[],
  refsBefore: (id: string) => readonly string[],
): Promise<void> {
  const added: { workspace_id: string; ref_id: string; record_id: string }[] = [];
  for (const { record } of saved) {
    const before = new Set(refsBefore(record.id));
    const now = new Set(record.refs);
    for (const ref_id of now) {
      if (!before.has(ref_id)) added.push({ workspace_id: workspaceId, ref_id, record_id: record.id });
    }
    const gone = [...before].filter(ref => !now.has(ref));
    if (gone.length === 0) continue;
    await trx
      .deleteFrom('refs')
      .where('workspace_id', '=', workspaceId)
      .where('ref_id', 'in', gone)
      .where('record_id', '=', record.id)
      .execute();
  }
  await insertRows(trx, 'refs', ['workspace_id', 'ref_id', 'record_id'], added);
}

function readRecord(row: { record: string }): Envelope {
  return envelopeSchema.parse(JSON.parse(row.record));
}
