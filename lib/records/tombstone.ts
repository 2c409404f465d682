/** What is left of a record that was deleted. */
import type { Envelope } from './envelope.ts';

/**
 * Only what says which record it was, by whom, about whom, for whom and when. Fields that we do not know are left out,
 * because they may hold words that its author took back.
 */
export function bareTombstone(record: Envelope & { deletedAt: number }): Envelope {
  const { id, type, workspaceId, authorId, subjectId, audience, refs, rev } = record;
  const { createdAt, updatedAt, deletedAt, schema } = record;
  return {
    id,
    type,
    workspaceId,
    authorId,
    ...(subjectId === undefined ? {} : { subjectId }),
    audience,
    refs,
    rev,
    createdAt,
    updatedAt,
    deletedAt,
    schema,
    body: {},
  };
}
