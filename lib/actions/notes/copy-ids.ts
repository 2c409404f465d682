/**
 * Ids for words that may not take the place of others. They are made of what they belong to, so that the same words,
 * kept or sent once more because an answer was lost, are the same note.
 */
import { v5 as uuidv5 } from 'uuid';
import type { ComposerDraft } from '#lib/messages/contract.ts';

/** Fixed for ever: with another one the same words would become another note. */
const NAMESPACE = '5e0a3f0e-4d0c-4c1b-9a43-0a6b8f6a6d12';

/** The draft as a note of its own; `apart` is what sets it apart from the one whose ids it had. */
export function ownCopy(draft: ComposerDraft, apart: string): ComposerDraft {
  const { ruling } = draft;
  return {
    ...draft,
    noteId: copyId(draft.noteId, apart),
    scorecardId: copyId(draft.scorecardId, apart),
    ...(ruling ? { ruling: { ...ruling, id: copyId(ruling.id, apart) } } : {}),
  };
}

function copyId(id: string, apart: string): string {
  return uuidv5(`${id} ${apart}`, NAMESPACE);
}
