import { settingsId } from '#lib/records/create.ts';
import { isOwner } from '#lib/records/permissions.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, sharedSettings, writerOf } from '#lib/store/identity.ts';
import { changedOwn, saveFrom } from './save.ts';

/** May this member set what holds for the whole workspace? */
export function maySetWorkspace(identity: Identity): boolean {
  return isOwner(writerOf(identity));
}

/**
 * Changes the workspace's settings. What is undefined goes back to its default. It begins with what counts now, so that
 * a second owner's change keeps the first one's. Errors are those of saveOwn.
 */
export async function changeSettings(
  db: SidelineDb,
  identity: Identity,
  changes: Partial<Body<'settings'>>,
): Promise<void> {
  const { workspaceId, memberId: authorId } = identity;
  const id = settingsId(workspaceId, authorId);
  // Read where they are saved: a change made a moment ago, here or by the sync, must not be undone.
  await saveFrom(db, async () => {
    const counting = await sharedSettings(db, identity);
    const entries = Object.entries({ ...counting?.body, ...changes }).filter(
      ([, value]) => value !== undefined,
    );
    const body: Body<'settings'> = Object.fromEntries(entries);
    // Later than those that count now, even if they are of a device whose clock is ahead: else they would win for ever.
    const now = Math.max(Date.now(), (counting?.updatedAt ?? 0) + 1);
    const record = await changedOwn(
      db,
      { id, type: 'settings', workspaceId, authorId, audience: 'workspace' },
      () => body,
      now,
    );
    return [{ ...record, audience: 'workspace' }];
  });
}
