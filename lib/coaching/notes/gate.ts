/**
 * Applies the language check to a note about to be sent (see docs/coaching.md): green may be sent, amber is recorded,
 * red must be reworded.
 */

import {
  check,
  type Judgement,
  type Lexicon,
  languageOf,
  type Verdict,
} from '#lib/coaching/language/index.ts';
import { type NoteText, noteTexts } from '#lib/records/kinds/note.ts';
import type { Body } from '#lib/records/types.ts';

export type NoteTexts = Pick<Body<'note'>, 'kind' | NoteText>;

export interface PartJudgement extends Judgement {
  part: NoteText;
  /**
   * `stops`: must be reworded. `noted`: may be sent, and the note records it. `hint`: could be clearer; has no effect.
   */
  effect: 'stops' | 'noted' | 'hint';
}

export interface GateAnswer {
  /** `override`: may be sent, with the verdict recorded in the note's `override`. */
  send: 'yes' | 'override' | 'no';
  /** The worst verdict among the parts that count. */
  verdict: Verdict;
  /** Every part with a remark, whether it counts or not. */
  parts: PartJudgement[];
}

/** Verdicts a person may override. A workspace may allow more or none. */
export const OVERRIDABLE: readonly Verdict[] = ['needs-standard'];

const ORDER: readonly Verdict[] = ['observable', 'needs-standard', 'vague', 'outcome', 'personal'];

/**
 * For the next action of a correction the whole verdict counts. Anything else may be praise, an effect or an open
 * question, so there only words about the person, blame and discipline stop a note.
 */
export function gateNote(
  note: NoteTexts,
  locale: string,
  lexicon?: Lexicon,
  overridable: readonly Verdict[] = OVERRIDABLE,
): GateAnswer {
  const parts: PartJudgement[] = [];
  let verdict: Verdict = 'observable';
  for (const part of noteTexts) {
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
  return languageOf(noteTexts.map(part => note[part] ?? '').join('\n'), fallback);
}
