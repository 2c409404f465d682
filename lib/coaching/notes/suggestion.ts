/** One better example for what the language check flagged, ready to replace it. Deterministic, no AI. */

import { check, type Lexicon } from '#lib/coaching/language/index.ts';
import { sentenceSpans } from '#lib/coaching/language/sentences.ts';
import type { PartJudgement } from './gate.ts';

export interface Suggestion {
  text: string;
  /** The range `[start, end)` of the part's text that it replaces, in UTF-16 units. */
  replace: [number, number];
}

/**
 * What to write instead: the open question for an accusation, the text without its hedge, the first of several
 * requests; for any other next action, what the behaviour looks like, if that is observable. Null if a machine has
 * nothing to offer, because only somebody who was there knows what was seen.
 */
export function suggestionFor(
  judgement: PartJudgement,
  text: string,
  locale: string,
  looksLike?: string,
  lexicon?: Lexicon,
): Suggestion | null {
  const [reason] = judgement.reasons;
  if (!reason) return null;
  const whole: [number, number] = [0, text.length];
  const [start, end] = reason.span;
  switch (reason.rule) {
    case 'accusation':
      return { text: 'What got in the way?', replace: sentenceAround(text, start) };
    case 'hedge': {
      const left = (text.slice(0, start) + text.slice(end)).replace(/\s+/g, ' ').replace(/^[\s,]+/, '');
      const plain = left.charAt(0).toUpperCase() + left.slice(1);
      return plain === '' ? null : { text: plain, replace: whole };
    }
    case 'one-ask': {
      const [first] = sentenceSpans(text);
      if (first && first[1] < text.trimEnd().length) {
        return { text: text.slice(first[0], first[1]), replace: whole };
      }
      break;
    }
  }
  if (judgement.part !== 'nextAction' || !looksLike || looksLike.trim() === text.trim()) return null;
  return check(looksLike, locale, lexicon).verdict === 'observable'
    ? { text: looksLike, replace: whole }
    : null;
}

function sentenceAround(text: string, at: number): [number, number] {
  return sentenceSpans(text).find(([start, end]) => start <= at && at < end) ?? [0, text.length];
}
