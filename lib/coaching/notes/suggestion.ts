/** One better example for what the language check flagged, ready to replace it. Deterministic, no AI. */

import { check, type Lexicon } from '#lib/coaching/language/index.ts';
import { sentenceSpans } from '#lib/coaching/language/sentences.ts';
import { tokensOf } from '#lib/coaching/language/tokens.ts';
import { AMOUNTS } from './amounts.ts';
import type { PartJudgement } from './language-gate.ts';

export interface Suggestion {
  text: string;
  /** The range `[start, end)` of the part's text that it replaces, in UTF-16 units. */
  replace: [number, number];
}

/** What an example may be taken from: what the chosen behaviour looks like, and other sentences that pass the check. */
export interface Examples {
  looksLike?: string | undefined;
  others?: readonly string[];
}

const OPEN_QUESTION: Readonly<Record<string, string>> = {
  en: 'What got in the way?',
  de: 'Was war im Weg?',
};

/**
 * What to write instead: the open question for an accusation, the text without its hedge, the first of several
 * requests, the same sentence with an amount in it; for any other next action, what the behaviour looks like, else the
 * example that shares most words with the text. Null if a machine has nothing to offer, because only somebody who was
 * there knows what was seen.
 */
export function suggestionFor(
  judgement: PartJudgement,
  text: string,
  locale: string,
  { looksLike, others = [] }: Examples = {},
  lexicon?: Lexicon,
): Suggestion | null {
  const [reason] = judgement.reasons;
  if (!reason) return null;
  const whole: [number, number] = [0, text.length];
  const [start, end] = reason.span;
  const language = locale.slice(0, 2).toLowerCase();
  if (reason.rule === 'accusation') {
    const question = OPEN_QUESTION[language];
    return question ? { text: question, replace: sentenceAround(text, start) } : null;
  }
  if (reason.rule === 'hedge') {
    const left = (text.slice(0, start) + text.slice(end)).replace(/\s+/g, ' ').replace(/^[\s,]+/, '');
    const plain = left.charAt(0).toUpperCase() + left.slice(1);
    return plain === '' ? null : { text: plain, replace: whole };
  }
  if (reason.rule === 'one-ask') {
    const [first] = sentenceSpans(text);
    if (first && first[1] < text.trimEnd().length)
      return { text: text.slice(first[0], first[1]), replace: whole };
  }
  if (judgement.part !== 'nextAction') return null;
  const passes = (example: string) =>
    example.trim() !== text.trim() && check(example, locale, lexicon).verdict === 'observable';
  if (judgement.verdict === 'needs-standard') {
    const counted = withAmount(text, AMOUNTS[language] ?? []);
    if (counted && passes(counted)) return { text: counted, replace: whole };
  }
  const example =
    looksLike && passes(looksLike) ? looksLike : byWordsInCommon(text, others).find(each => passes(each));
  return example ? { text: example, replace: whole } : null;
}

function withAmount(text: string, amounts: readonly (readonly [string, string])[]): string | null {
  for (const [words, amount] of amounts) {
    const at = new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'iu').exec(text);
    if (!at) continue;
    const first = at.index === 0 ? amount.charAt(0).toUpperCase() + amount.slice(1) : amount;
    return text.slice(0, at.index) + first + text.slice(at.index + at[0].length);
  }
  return null;
}

/** Shorter words than this are grammar, and in every sentence. */
const SHORTEST = 4;

/** Those that share a word, the most shared first. */
function byWordsInCommon(text: string, sentences: readonly string[]): string[] {
  const words = contentOf(text);
  return sentences
    .map(sentence => ({ sentence, common: [...contentOf(sentence)].filter(word => words.has(word)).length }))
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common)
    .map(({ sentence }) => sentence);
}

function contentOf(text: string): Set<string> {
  return new Set(
    tokensOf(text)
      .map(({ lower }) => lower)
      .filter(word => word.length >= SHORTEST),
  );
}

function sentenceAround(text: string, at: number): [number, number] {
  return sentenceSpans(text).find(([start, end]) => start <= at && at < end) ?? [0, text.length];
}
