import type { Body, Note, Reply } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { save } from './save.ts';
import { writtenBack } from './written-back.ts';

/** Answers a note; after a reply, that reply. Errors are those of saveOwn. */
export async function answerNote(
  db: SidelineDb,
  identity: Identity,
  note: Note,
  reply: Reply | null,
  body: Body<'acknowledgement'>,
): Promise<void> {
  const refs = reply ? [note.id, reply.id] : [note.id];
  await save(db, writtenBack('acknowledgement', identity, note, refs, body));
}
