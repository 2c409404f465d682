/**
 * How far a review is: which question is open, which is locked, and what is missing before it can be closed. A review
 * can be left at any point and resumed.
 */
import type { Seat } from '#lib/records/kinds/review.ts';
import type { Body } from '#lib/records/types.ts';
import { REVIEW_NUMBERS } from './defaults.ts';
import type { Question, QuestionSet } from './question-sets.ts';

export interface Step {
  question: Question;
  state: 'saved' | 'open' | 'locked';
}

type ReviewBody = Body<'review'>;

/** The questions that this review asks: all, or those of its author's seat. */
export function questionsOf(set: QuestionSet, seat: Seat | undefined): Question[] {
  return set.questions.filter(question => question.seat === undefined || question.seat === seat);
}

/**
 * In a set that goes in order, a question opens when all before it are saved; one that is optional is passed when a later
 * one is reached by skipping it, so it locks nothing (R097, R098).
 */
export function stepsOf(set: QuestionSet, { answers, seat }: Pick<ReviewBody, 'answers' | 'seat'>): Step[] {
  const saved = new Set(answers.filter(isAnswered).map(({ id }) => id));
  let isLocked = false;
  return questionsOf(set, seat).map(question => {
    const isSaved = saved.has(question.id);
    const state = isSaved ? 'saved' : isLocked ? 'locked' : 'open';
    if (set.inOrder && question.required && !isSaved) isLocked = true;
    return { question, state } as const;
  });
}

/** A skipped step cannot be saved either: the answer that the form made anyway is refused. */
export type Answered = { ok: true; body: ReviewBody } | { ok: false; reason: 'locked' | 'unknown' | 'empty' };

/** The review with one more answer. Saved answers can be changed as long as the review is open. */
export function withAnswer(
  body: ReviewBody,
  set: QuestionSet,
  answer: { id: string; text: string; choices?: string[] },
  now: number,
): Answered {
  const step = stepsOf(set, body).find(({ question }) => question.id === answer.id);
  if (!step) return { ok: false, reason: 'unknown' };
  if (step.state === 'locked') return { ok: false, reason: 'locked' };
  const made = { ...answer, text: answer.text.trim(), savedAt: now };
  if (!isAnswered(made)) return { ok: false, reason: 'empty' };
  const answers = [...body.answers.filter(({ id }) => id !== answer.id), made];
  return { ok: true, body: { ...body, answers } };
}

export type Missing =
  | { what: 'answer'; id: string }
  | { what: 'evidence' | 'decision' | 'ask' | 'invited' | 'seat' };

/**
 * What is missing before a review may be closed; empty where nothing is. `decisions` is how many decisions its root
 * review has: a debrief, an after-action review and the end of a programme have exactly one (R116, R118).
 */
export function missingIn(body: ReviewBody, set: QuestionSet, decisions: number): Missing[] {
  const missing: Missing[] = stepsOf(set, body)
    .filter(({ question, state }) => question.required && state !== 'saved')
    .map(({ question }) => ({ what: 'answer', id: question.id }));
  if (body.kind === 'sharedAsset' && body.seat === undefined) missing.push({ what: 'seat' });
  if (body.kind === 'debrief' && body.evidence.length < REVIEW_NUMBERS.debriefEvidence) {
    missing.push({ what: 'evidence' });
  }
  if (body.kind === 'decisionBrief' && new Set(body.invitedIds).size !== REVIEW_NUMBERS.invited) {
    missing.push({ what: 'invited' });
  }
  // Whoever adds a part to another's review leaves the decision to that one.
  if (set.ends === 'decision' && body.joins === undefined && decisions !== 1)
    missing.push({ what: 'decision' });
  if (set.ends === 'ask' && !hasOneAsk(body)) missing.push({ what: 'ask' });
  return missing;
}

/** One of the notes that were looked at becomes the ask; with no notes there is nothing to ask (R057). */
function hasOneAsk({ noteIds, primaryNoteId }: ReviewBody): boolean {
  return noteIds.length === 0 || (primaryNoteId !== undefined && noteIds.includes(primaryNoteId));
}

function isAnswered({ text, choices = [] }: { text: string; choices?: string[] | undefined }): boolean {
  return text.trim() !== '' || choices.length > 0;
}
