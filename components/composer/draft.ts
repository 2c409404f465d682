/** The half-written note: made, looked at, kept. */
import { carriedOver } from '#lib/coaching/behaviours/choices.ts';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { newId } from '#lib/records/create.ts';
import { whomFor } from './whom.ts';

const DEFAULT_CHECK_IN_DAYS = 7;

/** A fresh draft for this artifact, for the person whom `whomFor` finds. */
export function newDraft(
  context: ComposerContext,
  artifact: Artifact,
  now: number,
  lastSubjectId?: string,
): ComposerDraft {
  const { subjectId } = whomFor(context, artifact, lastSubjectId);
  return {
    kind: 'correction',
    subjectId,
    observation: '',
    impact: '',
    nextAction: '',
    checkInDays: DEFAULT_CHECK_IN_DAYS,
    audience: 'pair',
    scores: {},
    openedAt: now,
    noteId: newId(),
    scorecardId: newId(),
  };
}

/** True when there is nothing in it that its author would miss. */
export function isBlank(draft: ComposerDraft): boolean {
  return !hasText(draft) && Object.keys(draft.scores).length === 0 && !draft.ruling?.sentence;
}

export function hasText(draft: ComposerDraft): boolean {
  return TEXTS.some(part => draft[part]?.trim());
}

/** The parts that one writes, in the order of the fields. */
export const TEXTS = ['observation', 'impact', 'nextAction', 'affirmation'] as const;

/**
 * The next draft once `sent` is kept: empty, but for what its author wrote while it was on its way. A part that they
 * went on writing comes along whole; it has ids of its own, so that sending it makes a note of its own.
 */
export function nextDraft(fresh: ComposerDraft, sent: ComposerDraft, now: ComposerDraft): ComposerDraft {
  const written = TEXTS.filter(part => now[part] !== sent[part] && now[part]?.trim());
  const scored = Object.entries(now.scores).filter(([criterion, level]) => sent.scores[criterion] !== level);
  if (written.length + scored.length === 0) return fresh;
  const texts = Object.fromEntries(written.map(part => [part, now[part]]));
  return { ...fresh, ...settingsOf(now), ...texts, scores: Object.fromEntries(scored) };
}

/** What one chooses rather than writes. */
function settingsOf(draft: ComposerDraft): Partial<ComposerDraft> {
  const { place, kind, subjectId, behaviourId, checkInDays, audience, rubric } = draft;
  return { place, kind, subjectId, behaviourId, checkInDays, audience, rubric };
}

/** The draft as plain text, for the clipboard when nothing else works. */
export function draftAsText(draft: ComposerDraft): string {
  return [draft.place?.label, ...TEXTS.map(part => draft[part])]
    .filter(text => text !== undefined && text !== '')
    .join('\n\n');
}

/** What changes in the draft with the person whom it is for: the behaviour is picked among theirs. */
export function forPerson(
  { behaviours }: Pick<ComposerContext, 'behaviours'>,
  { kind }: Artifact,
  { behaviourId }: Pick<ComposerDraft, 'behaviourId'>,
  subjectId: string | undefined,
): Pick<ComposerDraft, 'subjectId' | 'behaviourId'> {
  return { subjectId, behaviourId: carriedOver(behaviours, behaviourId, subjectId, kind) };
}

/**
 * Keeps the newest draft: writes at once, and while a write is under way only the latest waits. `save` gets the key it
 * was given with the draft, so that a text never moves to another artifact.
 */
export function createKeeper<K>(save: (key: K, draft: ComposerDraft | null) => Promise<unknown>) {
  let running: Promise<void> | undefined;
  let next: { key: K; draft: ComposerDraft | null } | undefined;
  async function run(): Promise<void> {
    while (next) {
      const { key, draft } = next;
      next = undefined;
      try {
        await save(key, draft);
      } catch (error) {
        // The text is still in front of its author; sending says what is wrong.
        console.warn('[sideline] the draft could not be kept:', error);
      }
    }
    running = undefined;
  }
  return {
    keep(key: K, draft: ComposerDraft | null): void {
      next = { key, draft };
      running ??= run();
    },
    /** Resolves when all that was to be kept is kept. */
    settled: () => running ?? Promise.resolve(),
  };
}
