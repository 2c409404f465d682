import { positionId } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { changeOwn } from './save.ts';

/** Says what a member does and how far along they are: of oneself, or as an owner. Errors are those of saveOwn. */
export async function setPosition(
  db: SidelineDb,
  { workspaceId, memberId: authorId }: Identity,
  subjectId: string,
  body: Body<'position'>,
): Promise<void> {
  const id = positionId(subjectId, authorId);
  await changeOwn(
    db,
    { id, type: 'position', workspaceId, authorId, subjectId, audience: 'workspace' },
    () => body,
  );
}
