/** Decides when a behaviour may be active: four parts, four answers, observable, agreed (R001–R003, rule O12). */

import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { check, fuzzyIn, type Lexicon, languageOf, type Reason } from '#lib/coaching/language/index.ts';
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
  given: Body<'behaviour'>,
  locale: string,
  lexicon?: Lexicon,
): ActivationProblem[] {
  const body = wordsOf(given);
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

/**
 * The same for a change of one that is active already: only the parts whose words change are judged. What was active
 * stays so, even if a later language check would have asked for more.
 */
export function problemsOfChange(
  given: Body<'behaviour'>,
  before: Body<'behaviour'>,
  locale: string,
): ActivationProblem[] {
  const [now, then] = [wordsOf(given), wordsOf(before)];
  return activationProblems(given, locale).filter(({ part }) => now[part] !== then[part]);
}

/**
 * The language to judge a behaviour in, from its words alone: whoever reads it, in whichever language their browser is,
 * gets the same answer. Words that give no clue are taken for English.
 */
export function languageOfBehaviour(body: Body<'behaviour'>): string {
  return languageOf(Object.values(wordsOf(body)).join('\n'), 'en');
}

/** The words of each part. A record of a later version may hold anything; what is no text counts as missing. */
function wordsOf(body: Partial<Record<BehaviourPart, unknown>>): Record<BehaviourPart, string> {
  const text = (part: BehaviourPart): string => {
    const value = body[part];
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    when: text('when'),
    looksLike: text('looksLike'),
    soundsGood: text('soundsGood'),
    ifItBreaks: text('ifItBreaks'),
    howOften: text('howOften'),
    standard: text('standard'),
    byWhen: text('byWhen'),
  };
}

export interface BehaviourStanding {
  /** `agreed`: the coachee said yes, but its author has not made it active yet. */
  state: BehaviourState | 'agreed';
  answer: Answer | null;
  /** When its person accepted what somebody else wrote for them, in ms since 1970. */
  agreedAt?: number;
}

/**
 * The state of a behaviour. One that somebody else wrote for a person stays proposed until that person accepts it. For
 * one without a subject, and for one's own, the author's state holds. Only its author can end it.
 */
export function standingOf(behaviour: Behaviour, answers: readonly Envelope[]): BehaviourStanding {
  const { state } = behaviour.body;
  const person = subjectOf(behaviour);
  if (behaviour.subjectId === undefined || person === behaviour.authorId) return { state, answer: null };
  const given = ofType(answers, 'acknowledgement')
    .filter(record => record.authorId === person && record.refs[0] === behaviour.id)
    .at(-1);
  const answer = given?.body.answer ?? null;
  const agreed = given && answer === 'accept' ? { agreedAt: given.createdAt } : {};
  if (state === 'active') return { state: answer === 'accept' ? 'active' : 'proposed', answer, ...agreed };
  if (state === 'proposed' && answer === 'accept') return { state: 'agreed', answer, ...agreed };
  return { state, answer, ...agreed };
}
