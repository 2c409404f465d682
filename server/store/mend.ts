/** Damaged rows can be erased like all others: their words must be able to go, whatever is wrong with them. */
import { type Kysely, sql } from 'kysely';
import { instant, wholeFrom1 } from '#lib/records/bounds.ts';
import { audiences, type Envelope, storedEnvelopeSchema } from '#lib/records/envelope.ts';
import { anyOf } from './insert-rows.ts';
import type { Tables } from './schema.ts';

/** The stored record; undefined when the row is damaged. */
export function readStored(text: string): Envelope | undefined {
  try {
    return storedEnvelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // It is not JSON.
    return undefined;
  }
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
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`id ${anyOf(trx, ids)}`)
    .execute();
  for (const row of rows) {
    if (readStored(row.record)?.id === row.id) continue;
    const createdAt = instant.safeParse(row.created_at).data ?? 0;
    const record: Envelope = {
      id: row.id,
      type: row.type,
      workspaceId,
      authorId: row.author_id,
      ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
      audience: audiences.find(each => each === row.audience) ?? 'author',
      refs: [],
      rev: wholeFrom1.safeParse(row.rev).data ?? 1,
      createdAt,
      updatedAt: createdAt,
      ...(row.deleted === 1 ? { deletedAt: createdAt } : {}),
      schema: 1,
      body: {},
    };
    await trx
      .updateTable('records')
      .set({ record: JSON.stringify(record) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', row.id)
      .execute();
  }
}
