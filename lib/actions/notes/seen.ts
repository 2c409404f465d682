import { save } from '#lib/actions/save.ts';
import { writtenBack } from '#lib/actions/written-back.ts';
import type { Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** Tells the author of a note that the person it is about has had it before their eyes. Errors are those of saveOwn. */
export async function markSeen(db: SidelineDb, identity: Identity, note: Note): Promise<void> {
  await save(db, writtenBack('seen', identity, note, [note.id], {}));
}
