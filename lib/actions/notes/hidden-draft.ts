/** A note that was kept from its person, as the half-written note for them that it should have been (R228). */
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { Note, Scorecard } from '#lib/records/types.ts';
import { copyId } from './copy-ids.ts';
import { draftOf } from './draft-of.ts';

/** The id of the record that its person gets. The same each time, so that sending twice sends one. */
export function sentCopyId(hidden: Note | Scorecard): string {
  return copyId(hidden.id, 'sent to its person');
}

/** The half-written note for its person that says the same, to be reworded before it goes. */
export function asHalfWritten(hidden: Note): ComposerDraft {
  const { edits, base, ...draft } = draftOf(hidden);
  return {
    ...draft,
    audience: 'pair',
    momentAt: draft.momentAt ?? hidden.createdAt,
    noteId: sentCopyId(hidden),
  };
}
