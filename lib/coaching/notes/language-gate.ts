/**
 * Applies the language check to a note about to be sent (see docs/coaching.md). Only words about the person, blame and
 * discipline stop it. What is vague is asked about once, and may go: the note then records the verdict.
 */

import {
  check,
  type Judgement,
  type Lexicon,
  languageOf,
  type Verdict,
} from '#lib/coaching/language/index.ts';
import { sentencesOf } from '#lib/coaching/language/sentences.ts';
import { type NoteText, noteTexts } from '#lib/records/kinds/note.ts';
import type { Body } from '#lib/records/types.ts';

export type NoteTexts = Pick<Body<'note'>, 'kind' | NoteText>;

export interface PartJudgement extends Judgement {
  part: NoteText;
  /**
   * `stops`: must be reworded. `asks`: its author is asked once, and may send it as it is. `noted`: may be sent. Both are
   * recorded in the note. `hint`: could be clearer; has no effect.
   */
  effect: 'stops' | 'asks' | 'noted' | 'hint';
}

export interface GateAnswer {
  /** `override`: may be sent, with the verdict recorded in the note's `override`. */
  send: 'yes' | 'override' | 'no';
  /** The worst verdict among the parts that count, and the version of the check that gave it. */
  verdict: Verdict;
  version: string;
  /** Every part with a remark, whether it counts or not. */
  parts: PartJudgement[];
}

const EFFECTS: Readonly<Record<Verdict, PartJudgement['effect']>> = {
  observable: 'hint',
  'needs-standard': 'noted',
  vague: 'asks',
  outcome: 'asks',
  // Where the check is sure it stops the note.
  personal: 'asks',
};

const ORDER: readonly Verdict[] = ['observable', 'needs-standard', 'vague', 'outcome', 'personal'];

/**
 * For the next action of a correction the whole verdict counts. Anything else may be praise, an effect or an open
 * question, so there only words about the person, blame and discipline count.
 */
export function gateNote(note: NoteTexts, locale: string, lexicon?: Lexicon): GateAnswer {
  const answer: GateAnswer = { send: 'yes', verdict: 'observable', version: '', parts: [] };
  for (const part of noteTexts) {
    const text = note[part] ?? '';
    if (text.trim() === '') continue;
    const isAction = part === 'nextAction' && note.kind === 'correction';
    const judgement = isAction ? oneAsk(text, check(text, locale, lexicon)) : check(text, locale, lexicon);
    const { verdict, reasons, version } = judgement;
    const stops = verdict === 'personal' && judgement.sure;
    const decides = stops || isAction;
    if (reasons.length > 0 && (decides || part === 'observation')) {
      const effect = stops ? 'stops' : isAction ? EFFECTS[verdict] : 'hint';
      answer.parts.push({ part, effect, ...judgement });
    }
    if (decides && ORDER.indexOf(verdict) >= ORDER.indexOf(answer.verdict)) {
      answer.verdict = verdict;
      answer.version = version;
    }
  }
  if (answer.parts.some(({ effect }) => effect === 'stops')) answer.send = 'no';
  else if (answer.verdict !== 'observable') answer.send = 'override';
  return answer;
}

/** Several sentences ask for several things, however clear each is. */
function oneAsk(text: string, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'observable' || judgement.version === '' || sentencesOf(text).length < 2)
    return judgement;
  return {
    ...judgement,
    verdict: 'needs-standard',
    reasons: [{ rule: 'one-ask', span: [0, text.length] }],
  };
}

/** The language to judge a note in: that of its own words, all parts together; see languageOf. */
export function languageOfNote(note: NoteTexts, fallback: string): string {
  return languageOf(noteTexts.map(part => note[part] ?? '').join('\n'), fallback);
}
