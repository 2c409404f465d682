/** Saving what belongs to the workspace rather than to a person's work: its rubrics. */
import { ask } from '#lib/messages/ask.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** May this member write for the whole workspace? */
export function leads({ memberId, members }: Identity): boolean {
  const roles = members.find(member => member.id === memberId)?.roles ?? [];
  return roles.includes('owner') || roles.includes('coach');
}

/** A rubric for everybody, or for oneself where one does not lead. Durable when it resolves; errors are those of saveOwn. */
export async function keep(db: SidelineDb, identity: Identity, body: Body<'rubric'>): Promise<void> {
  await saveOwn(
    db,
    createRecord(
      {
        type: 'rubric',
        workspaceId: identity.workspaceId,
        authorId: identity.memberId,
        audience: leads(identity) ? 'workspace' : 'author',
        body,
      },
      Date.now(),
    ),
  );
  letGoOut();
}

/** What is saved is on its way; if nobody hears it, the next wake-up takes it along. */
export function letGoOut(): void {
  ask('sync.now', null).catch((error: unknown) => console.warn('[sideline] no background:', error));
}
