import { anchorNow, artifactNow, placementOf } from '#lib/coaching/notes/placement.ts';
import { ask } from '#lib/messages/ask.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { answersTo } from '#lib/store/queries/records.ts';
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
  const answers = await answersTo(db, note.workspaceId, [note.id]);
  const artifact = artifactNow(note, answers, memberId);
  const isAlong = artifact.key !== note.body.artifact.key;
  await saveOwn(db, placementOf(note, anchor, memberId, Date.now(), isAlong ? artifact : undefined));
  await ask('notes.changed', { artifactKey: isAlong ? artifact.key : (note.place ?? artifact.key) });
}

/**
 * Takes a note along to another work, because its record was merged or converted: with the same words, field or moment,
 * which are then looked for there. The author does this for everybody, anybody else for themself.
 */
export async function takeNoteAlong(
  db: SidelineDb,
  { memberId }: Identity,
  note: StoredNote,
  artifact: Artifact,
): Promise<void> {
  const answers = await answersTo(db, note.workspaceId, [note.id]);
  await saveOwn(db, placementOf(note, anchorNow(note, answers, memberId), memberId, Date.now(), artifact));
  await ask('notes.changed', { artifactKey: artifact.key });
}
