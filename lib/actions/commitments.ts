import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, Commitment, Verdict } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';
import { writtenBack } from './written-back.ts';

/**
 * Commits to something on a note, on a behaviour when no note asked for it, or (null) to oneself only. `after` holds
 * the commitment that this one replaces and the verdict on it. Errors are those of saveOwn.
 */
export async function commit(
  db: SidelineDb,
  identity: Identity,
  to: Envelope | null,
  body: Body<'commitment'>,
  after: { commitment?: Pick<Commitment, 'id'> | undefined; verdict?: Verdict | null } = {},
): Promise<void> {
  const refs = [...new Set([to?.id, after.commitment?.id, after.verdict?.id])].filter(id => id !== undefined);
  // The workspace's catalogue asked nobody: a promise to it is one to oneself.
  const isToMyself = to === null || (to.type === 'behaviour' && to.subjectId === undefined);
  const hearer = isToMyself ? { authorId: identity.memberId, audience: 'coaches' as const } : to;
  await save(db, writtenBack('commitment', identity, hearer, refs, body));
}
