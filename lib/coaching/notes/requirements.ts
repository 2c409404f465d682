/** What a note needs before it can be sent (R029–R033, R056). The language check is separate: language-gate.ts. */

import { sentencesOf } from '#lib/coaching/language/sentences.ts';
import { type NoteText, noteTexts } from '#lib/records/kinds/note.ts';
import type { Body } from '#lib/records/types.ts';
import { unfilledBlank } from './blanks.ts';
import { questionsIn } from './question-set.ts';

export type NotePart = 'observation' | 'impact' | 'nextAction' | 'behaviourId' | 'checkInAt' | 'affirmation';

export type NoteProblemCode = 'missing' | 'blank' | 'more-than-one-sentence' | 'too-long' | 'in-the-past';

export type NoteProblem = {
  /** In English, for the author. Views translate by `part` and `code`. */
  message: string;
} & ({ part: NotePart; code: Exclude<NoteProblemCode, 'blank'> } | { part: NoteText; code: 'blank' });

/** The longest text of each part in characters. A note is short, and one can repeat its action from memory. */
export const NOTE_LENGTHS = { observation: 600, impact: 400, nextAction: 200, affirmation: 400 } as const;

/** The same for a set of questions together. */
export const MAX_SET = 400;

type NoteKind = Body<'note'>['kind'];

/**
 * What each kind of note requires. A correction has all parts. A recognition says what was seen and why it mattered,
 * and asks for nothing. A question asks one thing (in `nextAction`), or is a set of a few that
 * belong together, one a line, and may say what prompted it.
 */
const NEEDS: Readonly<Record<NoteKind, readonly NotePart[]>> = {
  correction: ['behaviourId', 'observation', 'impact', 'nextAction', 'checkInAt'],
  recognition: ['observation', 'impact'],
  question: ['nextAction'],
};

const MISSING: Readonly<Record<NotePart, string>> = {
  behaviourId: 'Pick the one behaviour that this note is about.',
  observation: 'Say what you saw or heard.',
  impact: 'Say why it matters.',
  nextAction: 'Say the one thing to do next time.',
  checkInAt: 'Say when you will look again.',
  affirmation: 'Say what was done well.',
};

/**
 * What still prevents sending this note, in the order of the composer's fields; empty if nothing does. Pass `now` (ms
 * since 1970) to check the check-in too.
 */
export function noteProblems(body: Body<'note'>, now?: number): NoteProblem[] {
  const problems: NoteProblem[] = [];
  for (const part of NEEDS[body.kind]) {
    if (isEmpty(body, part)) problems.push({ part, code: 'missing', message: missing(part, body.kind) });
  }
  for (const part of noteTexts) {
    if (unfilledBlank(body[part] ?? '')) {
      problems.push({ part, code: 'blank', message: 'Fill in what the phrase leaves open.' });
    }
  }
  const isSet = body.kind === 'question' && questionsIn(body.nextAction).length > 1;
  if (!isSet && sentencesOf(body.nextAction).length > 1) {
    problems.push({
      part: 'nextAction',
      code: 'more-than-one-sentence',
      message: 'Keep one sentence: whoever reads it should be able to repeat it back without looking.',
    });
  }
  for (const part of noteTexts) {
    const limit = part === 'nextAction' && isSet ? MAX_SET : NOTE_LENGTHS[part];
    if ([...(body[part] ?? '')].length > limit) {
      problems.push({
        part,
        code: 'too-long',
        message: `Keep it under ${limit} characters: one point is enough.`,
      });
    }
  }
  if (now !== undefined && body.checkInAt !== undefined && body.checkInAt <= now) {
    problems.push({
      part: 'checkInAt',
      code: 'in-the-past',
      message: 'Choose a time that is still to come.',
    });
  }
  return problems;
}

export function canSend(body: Body<'note'>, now?: number): boolean {
  return noteProblems(body, now).length === 0;
}

function isEmpty(body: Body<'note'>, part: NotePart): boolean {
  const value = body[part];
  return value === undefined || (typeof value === 'string' && !hasWords(value));
}

/** False for a text of nothing but spaces, zero-width characters and punctuation. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function missing(part: NotePart, kind: NoteKind): string {
  return part === 'nextAction' && kind === 'question' ? 'Ask your one question.' : MISSING[part];
}
