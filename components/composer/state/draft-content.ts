/** Creates and compares half-written notes. draft-saver.ts saves them. */
import { onScreen } from '#lib/actions/notes/on-screen.ts';
import { carriedOver } from '#lib/coaching/behaviours/choices.ts';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { newId } from '#lib/records/create.ts';
import { SOLO_MEMBER } from '#lib/records/envelope.ts';
import { noteTexts } from '#lib/records/kinds/note.ts';
import { whomFor } from './whom.ts';

const DEFAULT_CHECK_IN_DAYS = 7;

/** A fresh draft for this artifact, for the person that `whomFor` finds. */
export function newDraft(
  context: ComposerContext,
  artifact: Artifact | null,
  now: number,
  lastSubjectId?: string,
): ComposerDraft {
  const { subjectId } = whomFor(context, artifact ?? {}, lastSubjectId);
  return {
    kind: 'correction',
    subjectId,
    observation: '',
    impact: '',
    nextAction: '',
    checkInDays: DEFAULT_CHECK_IN_DAYS,
    // Their other coaches read along unless the workspace or the author wants it otherwise, so that a repeat is noticed
    // as one.
    audience: context.audience,
    scores: {},
    openedAt: now,
    noteId: newId(),
    scorecardId: newId(),
  };
}

/** The same text as a note that has not been sent: the ids of what was taken back are used up. */
export function asNew(draft: ComposerDraft): ComposerDraft {
  const ruling = draft.ruling ? { ruling: { ...draft.ruling, id: newId() } } : {};
  return { ...draft, ...ruling, noteId: newId(), scorecardId: newId() };
}

/** True when there is nothing in it that its author would miss. */
export function isBlank(draft: ComposerDraft): boolean {
  return !hasText(draft) && Object.keys(draft.scores).length === 0 && !draft.ruling?.sentence;
}

export function hasText(draft: ComposerDraft): boolean {
  return noteTexts.some(part => draft[part]?.trim());
}

/**
 * The next draft once `sent` is saved: empty except for what its author wrote or chose while sending was under way, and
 * for words that were not sent because the form did not show them. A part that they kept writing is carried over whole.
 * The draft has new ids, so sending it makes a new note.
 */
export function nextDraft(fresh: ComposerDraft, sent: ComposerDraft, now: ComposerDraft): ComposerDraft {
  const written = noteTexts.filter(part => now[part] !== sent[part] && now[part]?.trim());
  const scored = Object.entries(now.scores).filter(([criterion, level]) => sent.scores[criterion] !== level);
  const reworded = now.ruling && now.ruling.sentence !== sent.ruling?.sentence && now.ruling.sentence.trim();
  const unsent = noteTexts.filter(part => now[part]?.trim() && !onScreen(sent)[part]?.trim());
  const texts = Object.fromEntries([...written, ...unsent].map(part => [part, now[part]]));
  if (written.length + scored.length === 0 && !reworded) {
    return { ...fresh, ...chosenSince(sent, now), ...texts };
  }
  const ruling = reworded && now.ruling ? { ruling: { ...now.ruling, id: newId() } } : {};
  return { ...fresh, ...settingsOf(now), ...texts, ...ruling, scores: Object.fromEntries(scored) };
}

/** True when both hold the same words and scores. */
export function sameWords(a: ComposerDraft, b: ComposerDraft): boolean {
  const texts = noteTexts.every(part => (a[part] ?? '') === (b[part] ?? ''));
  const ruling = (a.ruling?.sentence ?? '') === (b.ruling?.sentence ?? '');
  const criteria = Object.keys({ ...a.scores, ...b.scores });
  return texts && ruling && criteria.every(each => a.scores[each] === b.scores[each]);
}

/**
 * What was written while the page moved to the next artifact, as a draft on that artifact: `fresh` plus the text.
 * Places are not carried over.
 */
export function carriedTo(
  fresh: ComposerDraft,
  written: ComposerDraft,
  chosenSubject: boolean,
): ComposerDraft {
  const { place: _place, momentAt: _moment, subjectId, ...rest } = written;
  return { ...rest, subjectId: chosenSubject ? subjectId : fresh.subjectId };
}

/** The part of a change that its author chose rather than wrote. Places are not chosen between two artifacts. */
export function choicesIn(part: Partial<ComposerDraft>): Partial<ComposerDraft> {
  const { place: _, ...choices } = part;
  const written: readonly string[] = [...noteTexts, 'scores', 'ruling'];
  return Object.fromEntries(Object.entries(choices).filter(([name]) => !written.includes(name)));
}

/** The parts one chooses rather than writes. */
function settingsOf(draft: ComposerDraft): Partial<ComposerDraft> {
  const { place, kind, subjectId, behaviourId, checkInDays, audience, rubric } = draft;
  return { place, kind, subjectId, behaviourId, checkInDays, audience, rubric };
}

/** The choices that differ. Without words a place is not one of them, because the page points at it anew. */
function chosenSince(sent: ComposerDraft, now: ComposerDraft): Partial<ComposerDraft> {
  const { place: _, ...before } = settingsOf(sent);
  const after = Object.entries(settingsOf(now));
  return Object.fromEntries(
    after.filter(([name, value]) => name in before && value !== before[name as keyof typeof before]),
  );
}

/** The draft as plain text, for the clipboard when nothing else works. */
export function draftAsText(draft: ComposerDraft): string {
  return [draft.place?.label, ...noteTexts.map(part => draft[part]), draft.ruling?.sentence]
    .filter(text => text !== undefined && text !== '')
    .join('\n\n');
}

/**
 * A draft from before the sign-in is for whoever a new one would be for. For a draft about somebody who left or is no
 * longer coached, its author has to choose anew (`asksWhom`): nobody else may get those words by themselves.
 */
export function forMembers(
  draft: ComposerDraft,
  context: ComposerContext,
  artifact: Artifact,
): { draft: ComposerDraft; asksWhom: boolean } {
  const { subjectId } = draft;
  // A change goes to those who have the note already.
  if (draft.edits !== undefined) return { draft, asksWhom: false };
  if (subjectId !== undefined && context.members.some(member => member.id === subjectId)) {
    return { draft: forOffered(context, artifact, draft), asksWhom: false };
  }
  const isFree = subjectId === undefined || subjectId === SOLO_MEMBER || context.solo || isBlank(draft);
  const next = isFree ? whomFor(context, artifact).subjectId : undefined;
  return { draft: forOffered(context, artifact, { ...draft, subjectId: next }), asksWhom: !isFree };
}

/** The draft, about a behaviour that its person can have. */
export function forOffered(
  context: ComposerContext,
  artifact: Artifact,
  draft: ComposerDraft,
): ComposerDraft {
  return { ...draft, ...forPerson(context, artifact, draft, draft.subjectId) };
}

/** What changes in the draft when it is for another person: the behaviour becomes one of theirs. */
export function forPerson(
  { behaviours }: Pick<ComposerContext, 'behaviours'>,
  { kind }: Artifact,
  { behaviourId }: Pick<ComposerDraft, 'behaviourId'>,
  subjectId: string | undefined,
): Pick<ComposerDraft, 'subjectId' | 'behaviourId'> {
  return { subjectId, behaviourId: carriedOver(behaviours, behaviourId, subjectId, kind) };
}
