/** Which notes a review may take its evidence from. */
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isWider } from '#lib/records/permissions.ts';
import type { Note, Review } from '#lib/records/types.ts';

/**
 * Notes on the same person's work, on the work that is reviewed if there are any, oldest first. The review takes over
 * their words, so only what all who read the review may read already: nothing that its author kept to fewer people.
 */
export function notesForEvidence(records: readonly Envelope[], review: Review): Note[] {
  const { artifact, about } = review.body;
  const key = artifact?.key ?? about;
  const open = ofType(records, 'note').filter(
    note => subjectOf(note) === subjectOf(review) && !isWider(review.audience, note.audience),
  );
  const onWork = open.filter(note => note.body.artifact.key === key);
  return onWork.length > 0 ? onWork : open;
}
