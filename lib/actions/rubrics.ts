import { createRecord } from '#lib/records/create.ts';
import { leads } from '#lib/records/permissions.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { save } from './save.ts';

/**
 * Saves a rubric for everybody, or only for oneself if one does not lead the workspace. Errors are those of saveOwn.
 */
export async function saveRubric(db: SidelineDb, identity: Identity, body: Body<'rubric'>): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const audience = leads(writerOf(identity)) ? 'workspace' : 'author';
  await save(db, createRecord({ type: 'rubric', workspaceId, authorId, audience, body }, Date.now()));
}
