/** What the composer says of what it did, as values; Message.tsx has the words. */
import { RefusedError } from '#lib/messages/ask.ts';
import type { NoteGap, NoteTexts, PlaceKind, SendOutcome, TextPart } from '#lib/messages/contract.ts';

export type ComposerMessage =
  /** `second`: there was one with other words under the same id, and now there are two. */
  | { kind: 'sent'; to: string | undefined; noteId?: string | undefined; second?: boolean }
  | { kind: 'no-place'; what: PlaceKind | 'ad' }
  | {
      kind: 'refused';
      reason: 'storage-full' | 'too-long' | 'not-allowed' | 'broken';
      text: string;
    }
  | { kind: 'incomplete'; problem: NoteGap }
  | { kind: 'reword'; part: TextPart }
  | { kind: 'ruling-first' }
  | { kind: 'template-kept' }
  | { kind: 'enough-today'; name: string; limit: number }
  /** The note was gone on with, or sent, in another composer; this form is empty. */
  | { kind: 'gone-on' }
  /** The same, but there are words here that the other one has not: they are a note of their own. */
  | { kind: 'apart' }
  /** The half-written note that was asked for was sent or given up meanwhile. */
  | { kind: 'draft-gone' }
  /** The note that is being changed says something else by now. */
  | { kind: 'changed-elsewhere'; theirs: NoteTexts; edits: string; base: string }
  /** The page had hidden the panel: whether the person meant it is not to be known. */
  | { kind: 'out-of-sight' }
  | { kind: 'gone' };

/** What is said of a note about `name` that was not taken. */
export function notTaken(outcome: Extract<SendOutcome, { ok: false }>, name: string): ComposerMessage {
  switch (outcome.reason) {
    case 'incomplete':
      return { kind: 'incomplete', problem: outcome.problem };
    case 'reword':
      return { kind: 'reword', part: outcome.part };
    case 'ruling-first':
      return { kind: 'ruling-first' };
    case 'enough-today':
      return { kind: 'enough-today', name, limit: outcome.limit };
    case 'changed-elsewhere': {
      const { theirs, edits, base } = outcome;
      return { kind: 'changed-elsewhere', theirs, edits, base };
    }
    default:
      return { kind: 'refused', reason: outcome.reason, text: outcome.message };
  }
}

export function explain(error: unknown): ComposerMessage {
  if (error instanceof RefusedError) return { kind: 'refused', reason: 'broken', text: error.message };
  // The browser's own error: nobody is there any more, because the extension was updated or removed.
  console.warn('[sideline]', error);
  return { kind: 'gone' };
}
