import { anchorNow, artifactNow, placementOf } from '#lib/coaching/notes/placement.ts';
import { ask } from '#lib/messages/ask.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { isType, type Placement } from '#lib/records/types.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { answersTo } from '#lib/store/queries/records.ts';
import { placesOf, type StoredRecord } from '#lib/store/row/row.ts';
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
  await place(
    db,
    note,
    answers,
    placementOf(note, anchor, memberId, Date.now(), isAlong ? artifact : undefined),
  );
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
  await place(
    db,
    note,
    answers,
    placementOf(note, anchorNow(note, answers, memberId), memberId, Date.now(), artifact),
  );
}

/** Saves where a note points now, and has every page drawn again that may show it: where it is, and where it was. */
async function place(
  db: SidelineDb,
  note: StoredNote,
  answers: readonly StoredRecord[],
  placement: Placement,
): Promise<void> {
  const saved = await saveOwn(db, placement);
  const placements = answers.filter(record => isType(record, 'placement'));
  await ask('notes.changed', { places: [...new Set([note, ...placements, saved].flatMap(placesOf))] });
}
