import { placementOf } from '#lib/coaching/notes/placement.ts';
import { ask } from '#lib/messages/ask.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/**
 * Points a note at a new place, saves that on this device, and has the place drawn. Throws when it could not be saved.
 */
export async function moveNote(
  db: SidelineDb,
  { memberId }: Identity,
  note: StoredNote,
  anchor: Anchor,
): Promise<void> {
  await saveOwn(db, placementOf(note, anchor, memberId, Date.now()));
  await ask('notes.changed', { artifactKey: note.place ?? note.body.artifact.key });
}
