/**
 * Ids for texts that must not overwrite other texts. Each id is derived from what the text belongs to, so that saving
 * or sending the same words again after a lost answer gives the same note.
 */
import { v5 as uuidv5 } from 'uuid';
import type { ComposerDraft } from '#lib/messages/contract.ts';

/** Never change this: the same words would become a different note. */
const NAMESPACE = '5e0a3f0e-4d0c-4c1b-9a43-0a6b8f6a6d12';

/** The draft as a note of its own. `apart` is what distinguishes it from the note whose ids it had. */
export function ownCopy(draft: ComposerDraft, apart: string): ComposerDraft {
  const { ruling } = draft;
  return {
    ...draft,
    noteId: copyId(draft.noteId, apart),
    scorecardId: copyId(draft.scorecardId, apart),
    ...(ruling ? { ruling: { ...ruling, id: copyId(ruling.id, apart) } } : {}),
  };
}

export function copyId(id: string, apart: string): string {
  return uuidv5(`${id} ${apart}`, NAMESPACE);
}
