/** Which of a draft's words its author has before their eyes. Only those are sent, or kept as a template. */

import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { NoteKind } from '#lib/records/kinds/note.ts';

/** Beside a recognition or a question nobody is asked what went well. */
export function asksWhatWentWell(kind: NoteKind): boolean {
  return kind === 'correction';
}

/** A recognition asks for nothing, so there is nothing to look at again. */
export function asksToLookAgain(kind: NoteKind): boolean {
  return kind !== 'recognition';
}

/** Only a hook that was scored began with something. */
export function asksForHook({ rubric, scores }: Pick<ComposerDraft, 'rubric' | 'scores'>): boolean {
  return (rubric?.id ?? shippedRubric.id) === shippedRubric.id && (scores.hook ?? 0) > 0;
}

/** The draft without what the form does not show now. It stays in the draft, and comes back with its field. */
export function onScreen(draft: ComposerDraft): ComposerDraft {
  const { affirmation, instances, hookType, checkInDays, ...shown } = draft;
  const isCorrection = asksWhatWentWell(draft.kind);
  return {
    ...shown,
    ...(isCorrection && affirmation !== undefined ? { affirmation } : {}),
    // Only a correction is about a habit.
    ...(isCorrection && instances !== undefined ? { instances } : {}),
    ...(checkInDays !== undefined && asksToLookAgain(draft.kind) ? { checkInDays } : {}),
    ...(hookType !== undefined && asksForHook(draft) ? { hookType } : {}),
  };
}
