/** What the composer reports, as values. Message.tsx has the words. */
import { RefusedError } from '#lib/messages/ask.ts';
import type { ComposerDraft, NoteGap, NoteTexts, PlaceKind, SendOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import type { NoteText } from '#lib/records/kinds/note.ts';
import { isStoreClosed } from '#lib/store/errors.ts';

export interface Undo {
  artifact: Artifact;
  draft: ComposerDraft;
}

export type ComposerMessage =
  /** `second`: another text was stored under the same id, so there are two notes now. */
  | {
      kind: 'sent';
      to: string | undefined;
      noteId?: string | undefined;
      second?: boolean;
      /** The other person finds it in Today, and not at the work. */
      onlyInToday?: true;
      /** What was sent, for whoever wants it back at once. */
      undo?: Undo | undefined;
    }
  /** It was taken back, and its words are in the form, or with the half-written notes beside it. */
  | { kind: 'undone' }
  /** It could not be taken back, because it has been answered. */
  | { kind: 'answered-already' }
  | { kind: 'no-place'; what: PlaceKind | 'ad' | 'unclear' }
  | {
      kind: 'refused';
      reason: 'storage-full' | 'too-long' | 'not-allowed' | 'broken' | 'store-closed';
      text: string;
    }
  | { kind: 'incomplete'; problem: NoteGap }
  | { kind: 'reword'; part: NoteText }
  /** A phrase in this part has a blank. */
  | { kind: 'blank'; part: NoteText }
  /** Nobody could see this part happen: its author says whether it goes as it is. */
  | { kind: 'ask'; part: NoteText }
  | { kind: 'ruling-first' }
  | { kind: 'template-kept' }
  | { kind: 'enough-today'; name: string; limit: number }
  /** The note was continued or sent in another composer, so this form is empty. */
  | { kind: 'gone-on' }
  /** The same, but this form has text that the other one doesn't, so it is a note of its own. */
  | { kind: 'apart' }
  /** The requested half-written note was sent or discarded in the meantime. */
  | { kind: 'draft-gone' }
  /** The note being edited has since changed. */
  | { kind: 'changed-elsewhere'; noteId: string; theirs: NoteTexts; edits: string; base: string }
  /** The person left or is no longer coached, so the author has to choose whom it is for. */
  | { kind: 'whom-anew' }
  /** For the same reason this could not be sent. */
  | { kind: 'may-not-write' }
  /** The text in the form is not saved, so nothing else goes there. */
  | { kind: 'unsaved-first' }
  /** The page had hidden the panel, so we can't know whether the person meant the click. */
  | { kind: 'out-of-sight' }
  | { kind: 'gone' };

/** Why a note about `name` was refused. `noteId` is the id of its draft. */
export function notTaken(
  outcome: Extract<SendOutcome, { ok: false }>,
  name: string,
  noteId: string,
): ComposerMessage {
  switch (outcome.reason) {
    case 'incomplete':
      return { kind: 'incomplete', problem: outcome.problem };
    case 'reword':
    case 'blank':
    case 'ask':
      return { kind: outcome.reason, part: outcome.part };
    case 'may-not-write':
      return { kind: 'may-not-write' };
    case 'ruling-first':
      return { kind: 'ruling-first' };
    case 'enough-today':
      return { kind: 'enough-today', name, limit: outcome.limit };
    case 'changed-elsewhere': {
      const { theirs, edits, base } = outcome;
      return { kind: 'changed-elsewhere', noteId, theirs, edits, base };
    }
    default:
      return { kind: 'refused', reason: outcome.reason, text: outcome.message };
  }
}

export function explain(error: unknown): ComposerMessage {
  if (error instanceof RefusedError) {
    const reason = isStoreClosed(error.cause) ? 'store-closed' : 'broken';
    // The sentence around it has its own full stop.
    return { kind: 'refused', reason, text: error.message.replace(/\.$/, '') };
  }
  // The browser's own error: nobody answers any more, because the extension was updated or removed.
  console.warn('[sideline]', error);
  return { kind: 'gone' };
}
