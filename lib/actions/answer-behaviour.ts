import type { Behaviour, Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { keep } from './save.ts';
import { writtenBack } from './written-back.ts';

/** Agrees to a behaviour that somebody proposed for me, or says what should be otherwise. Errors are those of saveOwn. */
export async function answerBehaviour(
  db: SidelineDb,
  identity: Identity,
  behaviour: Behaviour,
  body: Body<'acknowledgement'>,
): Promise<void> {
  await keep(db, writtenBack('acknowledgement', identity, behaviour, [behaviour.id], body));
}
