/** Reading and writing single records within a workspace's transaction. */
import type { Envelope } from '#lib/records/envelope.ts';
import { envelopeSchema } from '#lib/records/envelope.ts';
import type { RecordType } from '#lib/records/types.ts';
import type { RecordRow } from './schema.ts';
import type { WorkspaceTx } from './workspace-tx.ts';

export interface Held {
  record: Envelope;
  seq: number;
  receivedAt: number;
}

export async function findRecord(tx: WorkspaceTx, id: string): Promise<Held | undefined> {
  const row = await tx.trx
    .selectFrom('records')
    .select(['record', 'seq', 'received_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { record: readRecord(row), seq: row.seq, receivedAt: row.received_at };
}

/** All records that refer to this one. */
export async function findAnswers(tx: WorkspaceTx, id: string): Promise<Envelope[]> {
  const rows = await tx.trx
    .selectFrom('refs')
    .innerJoin('records', join =>
      join.onRef('records.workspace_id', '=', 'refs.workspace_id').onRef('records.id', '=', 'refs.record_id'),
    )
    .select('records.record')
    .where('refs.workspace_id', '=', tx.workspaceId)
    .where('refs.ref_id', '=', id)
    .execute();
  return rows.map(readRecord);
}

/** The records of these types about one member, tombstones left out. */
export async function recordsAbout(
  tx: WorkspaceTx,
  subjectId: string,
  types: readonly RecordType[],
): Promise<Envelope[]> {
  const rows = await tx.trx
    .selectFrom('records')
    .select('record')
    .where('workspace_id', '=', tx.workspaceId)
    .where('subject_id', '=', subjectId)
    .where('type', 'in', types)
    .where('deleted', '=', 0)
    .execute();
  return rows.map(readRecord);
}

/** Stores a revision under `seq`, in place of the one that was held. */
export async function saveRecord(
  tx: WorkspaceTx,
  record: Envelope,
  seq: number,
  held: Pick<Held, 'receivedAt'> | undefined,
): Promise<void> {
  const row: RecordRow = {
    workspace_id: tx.workspaceId,
    id: record.id,
    type: record.type,
    author_id: record.authorId,
    subject_id: record.subjectId ?? null,
    audience: record.audience,
    rev: record.rev,
    seq,
    deleted: record.deletedAt === undefined ? 0 : 1,
    created_at: record.createdAt,
    received_at: held?.receivedAt ?? tx.now,
    record: JSON.stringify(record),
  };
  const { workspace_id, id, ...changes } = row;
  await tx.trx
    .insertInto('records')
    .values(row)
    .onConflict(oc => oc.columns(['workspace_id', 'id']).doUpdateSet(changes))
    .execute();
  if (held) {
    await tx.trx
      .deleteFrom('refs')
      .where('workspace_id', '=', workspace_id)
      .where('record_id', '=', id)
      .execute();
  }
  const refs = [...new Set(record.refs)];
  if (refs.length > 0) {
    await tx.trx
      .insertInto('refs')
      .values(refs.map(ref_id => ({ workspace_id, ref_id, record_id: id })))
      .execute();
  }
}

function readRecord(row: { record: string }): Envelope {
  return envelopeSchema.parse(JSON.parse(row.record));
}
