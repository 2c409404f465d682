import type { Behaviour, Body, Commitment, Note, Verdict } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { keep } from './keep.ts';
import { writtenBack } from './written-back.ts';

/**
 * Promises something on a note, or on a behaviour where no note asked for it; `after` are the commitment that this one
 * takes over from and the verdict on it. Errors are those of saveOwn.
 */
export async function commit(
  db: SidelineDb,
  identity: Identity,
  to: Note | Behaviour,
  body: Body<'commitment'>,
  after: { commitment?: Commitment | undefined; verdict?: Verdict | null } = {},
): Promise<void> {
  const refs = [to.id, after.commitment?.id, after.verdict?.id].filter(id => id !== undefined);
  await keep(db, writtenBack('commitment', identity, to, refs, body));
}
