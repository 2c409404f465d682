import type { RulingParts } from '#lib/coaching/rulings.ts';
import { createRecord } from '#lib/records/create.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { keep } from './keep.ts';

/**
 * Saves what a person decided about a pattern or stall: for the person whom it is about and their coaches, or for the
 * whole workspace where it is about nobody. Throws when it could not be kept.
 */
export async function makeRuling(
  db: SidelineDb,
  identity: Identity,
  { body, refs, subjectId }: RulingParts,
): Promise<void> {
  const record = createRecord(
    {
      type: 'ruling',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId,
      audience: subjectId === undefined ? 'workspace' : 'coaches',
      refs,
      body,
    },
    Date.now(),
  );
  await keep(db, record);
}
