/** Finish reviewing: of all notes of one sitting one becomes the ask, the rest is parked (R057). Never a list of ten. */
import { distinct, ofType, retractedNotes, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Note } from '#lib/records/types.ts';
import { HOUR } from '#lib/time.ts';

/** A pause longer than this ends a sitting, in ms. */
export const SITTING_PAUSE = 2 * HOUR;

/**
 * The notes of the author's last sitting with one person: back from the newest, until there is a longer pause. Only
 * corrections and questions; a recognition asks for nothing. What was taken back or replaced is not among them.
 */
export function notesOfSitting(
  records: readonly Envelope[],
  authorId: string,
  subjectId: string,
  pause: number = SITTING_PAUSE,
): Note[] {
  const gone = retractedNotes(records);
  const notes = ofType(records, 'note').filter(
    note =>
      note.authorId === authorId &&
      subjectOf(note) === subjectId &&
      note.body.kind !== 'recognition' &&
      !gone.has(note.id),
  );
  const sitting: Note[] = [];
  for (const note of notes.toReversed()) {
    const next = sitting.at(-1);
    if (next && next.createdAt - note.createdAt > pause) break;
    sitting.push(note);
  }
  return sitting.reverse();
}

/** Notes that a finished review parked: they wait, and are nobody's ask. */
export function parkedNotes(records: readonly Envelope[]): Set<string> {
  const all = distinct(records);
  const reviews = ofType(all, 'review').filter(({ body }) => body.doneAt !== undefined && !body.left);
  const authors = new Map(all.map(({ id, authorId }) => [id, authorId]));
  const parked = new Set<string>();
  // A later review may take up what an earlier one parked. Nobody parks another person's notes.
  for (const { body, authorId } of reviews) {
    for (const id of body.noteIds) {
      if (authors.get(id) !== authorId) continue;
      if (id === body.primaryNoteId) parked.delete(id);
      else if (body.primaryNoteId !== undefined) parked.add(id);
    }
  }
  return parked;
}
