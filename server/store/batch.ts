/**
 * The records that one transaction reads and writes. Everything it needs by id is read in one go. What it saves can be
 * seen by the rest of the transaction right away, and `flush` writes all of it in one go.
 */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import type { RecordType } from '#lib/records/types.ts';
import { anyOf } from './insert-rows.ts';
import { fromColumns, type RecordColumns, readStored } from './mend.ts';
import { pipeline } from './pipeline.ts';
import { feedChanges, recordChanges, refChanges, type Saved } from './record-rows.ts';
import type { RecordRow, Tables } from './schema.ts';
import type { WorkspaceTx } from './workspace-tx.ts';

export interface Held extends Omit<Saved, 'text'> {
  /** The row is damaged: `record` says only what its columns say. */
  damaged?: boolean;
}

/**
 * Whether there is an answer is all that anybody asks, and somebody may have written thousands. A few more than one are
 * read, for rows that turn out to be damaged.
 */
const SOME_ANSWERS = 10;

export interface Batch {
  /** Knows only the ids that the batch was opened with, and what was saved in it. */
  find(id: string): Held | undefined;
  /** Of any id, read now where the batch was not opened with it. */
  look(id: string): Promise<Held | undefined>;
  /** The ids of the damaged rows that were met. */
  damaged: ReadonlySet<string>;
  /**
   * Some of the records of these types by this author that refer to this one, without tombstones and damaged ones; at
   * least one if there is any.
   */
  answersTo(id: string, by: string, types: readonly RecordType[]): Promise<Envelope[]>;
  /** The records of these types about one member, without tombstones and damaged ones. */
  about(subjectId: string, types: readonly RecordType[]): Promise<Envelope[]>;
  /**
   * Replaces the stored revision, and adds it to the feeds of these members. Pass `text` if you have the record as
   * JSON already.
   */
  save(record: Envelope, seq: number, viewers: Iterable<string>, text?: string): void;
  /**
   * The statements that write everything that was saved. Ask for them once, at the end, and give them to the
   * transaction.
   */
  statements(): CompiledQuery[];
  /** Runs `statements` now. */
  flush(): Promise<void>;
}

export type StoredRecord = Pick<RecordRow, 'id' | 'record' | 'seq' | 'received_at'> & RecordColumns;

/** Reads everything that a batch has to know about the records with these ids. */
export function storedRecords(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: Iterable<string>,
): CompiledQuery<StoredRecord> {
  return db
    .selectFrom('records')
    .select(['id', 'record', 'seq', 'received_at', 'type', 'author_id', 'subject_id', 'audience', 'deleted'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`id ${anyOf(db, new Set(ids))}`)
    .compile();
}

/** Reads these records, and opens a batch on them. */
export async function openBatch(tx: WorkspaceTx, ids: readonly string[]): Promise<Batch> {
  if (ids.length === 0) return createBatch(tx, []);
  const { rows } = await tx.trx.executeQuery(storedRecords(tx.trx, tx.workspaceId, ids));
  return createBatch(tx, rows);
}

/** A batch on the rows that `storedRecords` gave in this transaction. */
export function createBatch(tx: WorkspaceTx, rows: readonly StoredRecord[]): Batch {
  const { trx, workspaceId, now } = tx;
  const stored = new Map(rows.map(row => [row.id, row]));
  const missing = new Set<string>();
  const read = new Map<string, Held>();
  const saved = new Map<string, Saved>();
  const damaged = new Set<string>();
  const told = new Map<string, { member_id: string; record_id: string; seq: number }>();

  function find(id: string): Held | undefined {
    return saved.get(id) ?? held(id);
  }

  /** As the database has it. */
  function held(id: string): Held | undefined {
    const known = read.get(id);
    if (known) return known;
    const row = stored.get(id);
    if (!row) return undefined;
    const record = readStored(row.record);
    const isSound = record?.id === id;
    if (!isSound) damaged.add(id);
    const found: Held = {
      record: isSound ? record : fromColumns(row, workspaceId),
      seq: row.seq,
      receivedAt: row.received_at,
      ...(isSound ? {} : { damaged: true }),
    };
    read.set(id, found);
    return found;
  }

  /** What the database holds, with what was saved here replacing it or added to it. */
  function merge(
    rows: readonly { id: string; record: string }[],
    belongs: (record: Envelope) => boolean,
  ): Envelope[] {
    const known = rows.flatMap(row => {
      const record = readStored(row.record);
      if (record?.id === row.id) return saved.has(row.id) ? [] : [record];
      damaged.add(row.id);
      return [];
    });
    const own = [...saved.values()].map(held => held.record).filter(belongs);
    return [...known, ...own];
  }

  async function look(id: string): Promise<Held | undefined> {
    const known = find(id);
    if (known || missing.has(id)) return known;
    const { rows } = await trx.executeQuery(storedRecords(trx, workspaceId, [id]));
    for (const row of rows) stored.set(row.id, row);
    if (rows.length === 0) missing.add(id);
    return find(id);
  }

  return {
    find,
    look,
    damaged,
    async answersTo(id, by, types) {
      const rows = await trx
        .selectFrom('refs')
        .innerJoin('records', join =>
          join
            .onRef('records.workspace_id', '=', 'refs.workspace_id')
            .onRef('records.id', '=', 'refs.record_id'),
        )
        .select(['records.id', 'records.record'])
        .where('refs.workspace_id', '=', workspaceId)
        .where('refs.ref_id', '=', id)
        .where('records.author_id', '=', by)
        .where('records.type', 'in', types)
        .where('records.deleted', '=', 0)
        .limit(SOME_ANSWERS + saved.size + damaged.size)
        .execute();
      return merge(
        rows,
        record =>
          record.refs.includes(id) &&
          record.authorId === by &&
          record.deletedAt === undefined &&
          types.some(type => type === record.type),
      );
    },
    async about(subjectId, types) {
      const rows = await trx
        .selectFrom('records')
        .select(['id', 'record'])
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
    save(record, seq, viewers, text = JSON.stringify(record)) {
      saved.set(record.id, { record, seq, receivedAt: find(record.id)?.receivedAt ?? now, text });
      for (const member_id of viewers) {
        tx.touched.add(member_id);
        // The author needs no entry: their own records are found by their id as author (see pull.ts).
        if (member_id === record.authorId) continue;
        told.set(`${member_id} ${record.id}`, { member_id, record_id: record.id, seq });
      }
    },
    statements,
    async flush() {
      await pipeline(trx, statements());
    },
  };

  /** A damaged row cannot say which references it had, so they are all written anew. */
  function refsOfDamaged(mended: readonly Saved[]): CompiledQuery[] {
    return mended.map(({ record }) =>
      trx
        .deleteFrom('refs')
        .where('workspace_id', '=', workspaceId)
        .where('record_id', '=', record.id)
        .compile(),
    );
  }

  function statements(): CompiledQuery[] {
    const all = [...saved.values()];
    const isHeld = (id: string) => stored.has(id);
    const refsBefore = (id: string) => held(id)?.record.refs ?? [];
    return [
      ...recordChanges(trx, workspaceId, all, isHeld),
      ...refsOfDamaged(all.filter(each => stored.has(each.record.id) && held(each.record.id)?.damaged)),
      ...refChanges(trx, workspaceId, all, refsBefore),
      ...feedChanges(trx, workspaceId, [...told.values()], isHeld),
    ];
  }
}
