import { createRecord, positionId, reviseRecord } from '#lib/records/create.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { save } from './save.ts';

/** Says what a member does and how far along they are: of oneself, or as an owner. Errors are those of saveOwn. */
export async function setPosition(
  db: SidelineDb,
  { workspaceId, memberId }: Identity,
  subjectId: string,
  body: Body<'position'>,
): Promise<void> {
  const id = positionId(subjectId, memberId);
  const now = Date.now();
  const old = await db.records.get(id);
  const record =
    old && old.deletedAt === undefined
      ? reviseRecord(toEnvelope(old), body, now)
      : createRecord(
          {
            id,
            type: 'position',
            workspaceId,
            authorId: memberId,
            subjectId,
            audience: 'workspace',
            body,
          },
          now,
        );
  await save(db, record);
}
