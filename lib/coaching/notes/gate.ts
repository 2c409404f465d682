/** The language check at the door of a note (see docs/coaching.md): green goes, amber goes on record, red is reworded. */

import {
  check,
  type Judgement,
  type Lexicon,
  languageOf,
  type Verdict,
} from '#lib/coaching/language/index.ts';
import type { Body } from '#lib/records/types.ts';

export const textParts = ['observation', 'impact', 'nextAction', 'affirmation'] as const;

export type TextPart = (typeof textParts)[number];

export type NoteTexts = Pick<Body<'note'>, 'kind' | TextPart>;

export interface PartJudgement extends Judgement {
  part: TextPart;
  /** `stops`: reword it. `noted`: goes, and the note records it. `hint`: could be sharper, decides nothing. */
  effect: 'stops' | 'noted' | 'hint';
}

export interface GateAnswer {
  /** `override`: may be sent, with the verdict recorded in the note's `override`. */
  send: 'yes' | 'override' | 'no';
  /** The worst verdict among the parts that decide. */
  verdict: Verdict;
  /** Every part that has something to say about it, deciding or not. */
  parts: PartJudgement[];
}

/** Verdicts that a person may send all the same. A workspace may widen or close this. */
export const OVERRIDABLE: readonly Verdict[] = ['needs-standard'];

const ORDER: readonly Verdict[] = ['observable', 'needs-standard', 'vague', 'outcome', 'personal'];

/**
 * The next action of a correction decides by its whole verdict. Everything else may be praise, an effect or an open
 * question: there only words about the person, blame and discipline stop a note.
 */
export function gateNote(
  note: NoteTexts,
  locale: string,
  lexicon?: Lexicon,
  overridable: readonly Verdict[] = OVERRIDABLE,
): GateAnswer {
  const parts: PartJudgement[] = [];
  let verdict: Verdict = 'observable';
  for (const part of textParts) {
    const text = note[part] ?? '';
    if (text.trim() === '') continue;
    const judgement = check(text, locale, lexicon);
    const decides = judgement.verdict === 'personal' || (part === 'nextAction' && note.kind === 'correction');
    if (judgement.reasons.length > 0 && (decides || part === 'observation')) {
      const effect = !decides ? 'hint' : overridable.includes(judgement.verdict) ? 'noted' : 'stops';
      parts.push({ part, effect, ...judgement });
    }
    if (decides && ORDER.indexOf(judgement.verdict) > ORDER.indexOf(verdict)) verdict = judgement.verdict;
  }
  const send = verdict === 'observable' ? 'yes' : overridable.includes(verdict) ? 'override' : 'no';
  return { send, verdict, parts };
}

/** The language to judge a note in: that of its own words, all parts together; see languageOf. */
export function languageOfNote(note: NoteTexts, fallback: string): string {
  return languageOf(textParts.map(part => note[part] ?? '').join('\n'), fallback);
}
