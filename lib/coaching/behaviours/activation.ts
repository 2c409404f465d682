/** Decides when a behaviour may be active: four parts, four answers, observable, agreed (R001–R003, rule O12). */

import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { check, fuzzyIn, type Lexicon, type Reason } from '#lib/coaching/language/index.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Answer } from '#lib/records/kinds/acknowledgement.ts';
import type { BehaviourState } from '#lib/records/kinds/behaviour.ts';
import type { Behaviour, Body } from '#lib/records/types.ts';

export const behaviourParts = [
  'name',
  'when',
  'looksLike',
  'soundsGood',
  'ifItBreaks',
  'howOften',
  'standard',
  'byWhen',
] as const;

export type BehaviourPart = (typeof behaviourParts)[number];

export interface ActivationProblem {
  part: BehaviourPart;
  code: 'missing' | 'not-observable';
  message: string;
  /** From the language check, for `not-observable`. */
  reasons: Reason[];
}

const MISSING: Readonly<Record<BehaviourPart, string>> = {
  name: 'Give it a short name.',
  when: 'When does it happen?',
  looksLike: 'What does it look like?',
  soundsGood: 'What does good sound like?',
  ifItBreaks: 'What to do if it breaks?',
  howOften: 'How often?',
  standard: 'To what standard?',
  byWhen: 'By when?',
};

const TOO_FUZZY = 'Say what a camera or a log would show.';

/** What still prevents a behaviour from being active; empty if nothing does. */
export function activationProblems(
  body: Body<'behaviour'>,
  locale: string,
  lexicon?: Lexicon,
): ActivationProblem[] {
  const problems: ActivationProblem[] = [];
  for (const part of behaviourParts) {
    if (!/[\p{L}\p{N}]/u.test(body[part])) {
      problems.push({ part, code: 'missing', message: MISSING[part], reasons: [] });
    }
  }
  const looks = check(body.looksLike, locale, lexicon);
  if (/\p{L}/u.test(body.looksLike) && looks.verdict !== 'observable') {
    problems.push({
      part: 'looksLike',
      code: 'not-observable',
      message: TOO_FUZZY,
      reasons: looks.reasons,
    });
  }
  for (const part of ['howOften', 'standard', 'byWhen'] as const) {
    const reasons = fuzzyIn(body[part], locale, lexicon);
    if (reasons.length > 0) problems.push({ part, code: 'not-observable', message: TOO_FUZZY, reasons });
  }
  return problems;
}

export interface BehaviourStanding {
  /** `agreed`: the coachee said yes, but its author has not made it active yet. */
  state: BehaviourState | 'agreed';
  answer: Answer | null;
}

/**
 * The state of a behaviour. One that somebody else wrote for a person stays proposed until that person accepts it. For
 * one without a subject, and for one's own, the author's state holds. Only its author can end it.
 */
export function standingOf(behaviour: Behaviour, answers: readonly Envelope[]): BehaviourStanding {
  const { state } = behaviour.body;
  const person = subjectOf(behaviour);
  if (behaviour.subjectId === undefined || person === behaviour.authorId) return { state, answer: null };
  const answer =
    ofType(answers, 'acknowledgement')
      .filter(record => record.authorId === person && record.refs[0] === behaviour.id)
      .at(-1)?.body.answer ?? null;
  if (state === 'active') return { state: answer === 'accept' ? 'active' : 'proposed', answer };
  if (state === 'proposed' && answer === 'accept') return { state: 'agreed', answer };
  return { state, answer };
}
