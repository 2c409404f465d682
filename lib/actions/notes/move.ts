import { placementOf } from '#lib/coaching/notes/placement.ts';
import { ask } from '#lib/messages/ask.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** Points a note at a place, durable on this device, and lets it be drawn there. Throws when it could not be kept. */
export async function moveNote(
  db: SidelineDb,
  { memberId }: Identity,
  note: StoredNote,
  anchor: Anchor,
): Promise<void> {
  await saveOwn(db, placementOf(note, anchor, memberId, Date.now()));
  await ask('notes.changed', { artifactKey: note.body.artifact.key });
}
