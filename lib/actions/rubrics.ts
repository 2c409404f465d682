import { createRecord } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';

/** May this member write for the whole workspace? */
export function leads({ memberId, members }: Identity): boolean {
  const roles = members.find(member => member.id === memberId)?.roles ?? [];
  return roles.includes('owner') || roles.includes('coach');
}

/** Saves a rubric for everybody, or for oneself where one does not lead. Errors are those of saveOwn. */
export async function saveRubric(db: SidelineDb, identity: Identity, body: Body<'rubric'>): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const audience = leads(identity) ? 'workspace' : 'author';
  await save(db, createRecord({ type: 'rubric', workspaceId, authorId, audience, body }, Date.now()));
}
