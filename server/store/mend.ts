/**
 * Damaged rows: nobody may have to wait because of one, and they can be erased like all others, since their words must be
 * able to go, whatever is wrong with them.
 */
import { type Kysely, sql } from 'kysely';
import { audiences, type Envelope, storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { anyOf } from './insert-rows.ts';
import type { RecordRow, Tables } from './schema.ts';

/** The stored record; undefined when the row is damaged. */
export function readStored(text: string): Envelope | undefined {
  try {
    return storedEnvelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // It is not JSON.
    return undefined;
  }
}

export type RecordColumns = Pick<
  RecordRow,
  'id' | 'type' | 'author_id' | 'subject_id' | 'audience' | 'deleted'
>;

/** What the columns of a damaged row say of its record, without a body. */
export function fromColumns(row: RecordColumns, workspaceId: string): Envelope {
  return {
    id: row.id,
    type: row.type,
    workspaceId,
    authorId: row.author_id,
    ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
    audience: audiences.find(each => each === row.audience) ?? 'author',
    refs: [],
    rev: 1,
    createdAt: 0,
    updatedAt: 0,
    ...(row.deleted === 1 ? { deletedAt: 0 } : {}),
    schema: 1,
    body: {},
  };
}

/**
 * Puts in the place of each damaged record what its row's columns say of it, without a body. Call it in the transaction
 * that erases them.
 */
export async function mendForErasure(
  trx: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  const rows = await trx
    .selectFrom('records')
    // Not its numbers: one that JavaScript cannot hold would end the whole query.
    .select(['id', 'type', 'author_id', 'subject_id', 'audience', 'deleted', 'record'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`id ${anyOf(trx, ids)}`)
    .execute();
  for (const row of rows) {
    if (readStored(row.record)?.id === row.id) continue;
    const record = fromColumns(row, workspaceId);
    await trx
      .updateTable('records')
      .set({ record: JSON.stringify(record) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', row.id)
      .execute();
  }
}
