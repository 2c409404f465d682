import { createRecord } from '#lib/records/create.ts';
import type { Commitment } from '#lib/records/types.ts';
import type { Finding } from '#lib/records/verdict.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { keep } from './save.ts';

/** Says what became of a promise that one made to oneself, with no note behind it. Errors are those of saveOwn. */
export async function judgeOwn(
  db: SidelineDb,
  identity: Identity,
  commitment: Commitment,
  finding: Finding,
): Promise<void> {
  const record = createRecord(
    {
      type: 'verdict',
      workspaceId: identity.workspaceId,
      authorId: identity.memberId,
      subjectId: identity.memberId,
      audience: commitment.audience,
      refs: [commitment.id],
      body: { finding },
    },
    Date.now(),
  );
  await keep(db, record);
}
