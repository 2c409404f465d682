/** A workspace's own words, learned from its behaviours. What a workspace names is a thing, not a judgement. */
import type { Body } from '#lib/records/types.ts';
import { quotedSpans } from './sentences.ts';
import { tokensOf } from './tokens.ts';
import type { Lexicon } from './types.ts';

/** The last word of a thing: "next-step date", "Energy field". */
const THING =
  /\b((?:[\p{L}\p{N}'-]+ ){1,2}(?:field|date|list|score|sheet|line|card|board|stage|record|tab|note|column|slide|segment|brief|form|label|report|check|call))\b/giu;

/**
 * Learns from the behaviours' names, moments, looks and standards: things of several words, hyphenated words, names,
 * quoted words, and the verb the behaviour begins with. We never learn a single plain word as a thing, so that a
 * workspace cannot make "better" observable by giving a behaviour that name.
 */
export function learnLexicon(behaviours: readonly Body<'behaviour'>[]): Lexicon {
  const phrases = new Set<string>();
  const verbs = new Set<string>();
  for (const { name, when, looksLike, standard } of behaviours) {
    const first = tokensOf(looksLike)[0];
    if (first?.kind === 'word' && first.lower.length > 2) verbs.add(first.lower);
    for (const text of [name, when, looksLike, standard]) {
      for (const match of text.matchAll(THING)) {
        const words = (match[1] ?? '')
          .toLowerCase()
          .replace(/^(?:(?:the|a|an|each|every|of|in|on|to|and|your) )+/, '');
        if (words.includes(' ')) phrases.add(words);
      }
      for (const [start, end] of quotedSpans(text)) {
        const quoted = text.slice(start + 1, end - 1).toLowerCase();
        if (/^[\p{L}-]+(?: [\p{L}-]+){1,3}$/u.test(quoted)) phrases.add(quoted);
      }
      for (const token of tokensOf(text)) {
        if (token.kind === 'word' && token.lower.includes('-')) phrases.add(token.lower);
      }
    }
  }
  return { phrases: [...phrases].sort(), verbs: [...verbs].sort() };
}

/** The text with the workspace's phrases blanked out. */
export function maskLexicon(text: string, lexicon: Lexicon): string {
  let out = text;
  for (const phrase of lexicon.phrases) {
    let at = out.indexOf(phrase);
    while (at >= 0) {
      const end = at + phrase.length;
      const alone = !/[\p{L}\p{N}]/u.test(out.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(out.charAt(end));
      if (alone) out = out.slice(0, at) + ' '.repeat(phrase.length) + out.slice(end);
      at = out.indexOf(phrase, end);
    }
  }
  return out;
}
