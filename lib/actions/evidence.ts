import type { Body, Commitment } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';
import { writtenBack } from './written-back.ts';

/**
 * Adds evidence of practice to a commitment, for the person the commitment was made to. Errors are those of saveOwn.
 */
export async function showEvidence(
  db: SidelineDb,
  identity: Identity,
  commitment: Commitment,
  body: Body<'evidence'>,
): Promise<void> {
  const to = { ...commitment, authorId: commitment.subjectId ?? commitment.authorId };
  await save(db, writtenBack('evidence', identity, to, [commitment.id, ...commitment.refs], body));
}
