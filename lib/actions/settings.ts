import { createRecord, reviseRecord, settingsId } from '#lib/records/create.ts';
import { isOwner } from '#lib/records/permissions.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, sharedSettings, writerOf } from '#lib/store/identity.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { save } from './save.ts';

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
  const { workspaceId, memberId, settings = {} } = identity;
  const id = settingsId(workspaceId, memberId);
  // Later than those that count now, even if they are of a device whose clock is ahead: else they would win for ever.
  const now = Math.max(Date.now(), ((await sharedSettings(db, identity))?.updatedAt ?? 0) + 1);
  const entries = Object.entries({ ...settings, ...changes }).filter(([, value]) => value !== undefined);
  const body: Body<'settings'> = Object.fromEntries(entries);
  const old = await db.records.get(id);
  const record =
    old && old.deletedAt === undefined
      ? reviseRecord(toEnvelope(old), body, now)
      : createRecord(
          { id, type: 'settings', workspaceId, authorId: memberId, audience: 'workspace', body },
          now,
        );
  await save(db, { ...record, audience: 'workspace' });
}
