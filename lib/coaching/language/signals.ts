/**
 * What a text says apart from its verb: anchors, quality words, degrees, results. Positions are in the shielded text.
 */
import type { Token } from './tokens.ts';
import type { Vocabulary } from './types.ts';

export interface Anchors {
  numbers: number;
  times: number;
  quotes: number;
  places: number;
  names: number;
}

/** The same text with every match blanked out, character for character. */
export function without(text: string, patterns: readonly RegExp[]): string {
  let out = text;
  for (const pattern of patterns) out = out.replace(pattern, match => ' '.repeat(match.length));
  return out;
}

export function anchorsOf(text: string, tokens: readonly Token[], language: Vocabulary): Anchors {
  const { numbers, times, places, vagueTriggers } = language.anchors;
  const plain = without(text, vagueTriggers);
  return {
    numbers: tokens.filter(
      (token, i) =>
        token.kind === 'number' ||
        (token.kind === 'word' && numbers.has(token.lower) && !isPronoun(tokens, i, language)),
    ).length,
    times: times.filter(pattern => plain.search(pattern) >= 0).length,
    quotes: tokens.filter(token => token.kind === 'quote').length,
    places: places.filter(pattern => plain.search(pattern) >= 0).length,
    names: tokens.filter(token => token.name).length,
  };
}

/** "that one", "the one thing", "no one": not a number. */
function isPronoun(tokens: readonly Token[], at: number, language: Vocabulary): boolean {
  if (tokens[at]?.lower !== 'one') return false;
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[at + 1];
  return language.determiners.has(before) || next === undefined || next.kind === 'mark';
}

/**
 * How many of {number, time or trigger, exact words} are present. A place says where, and counts as the last of them.
 */
export function kindsOf(anchors: Anchors): number {
  return Number(anchors.numbers > 0) + Number(anchors.times > 0) + Number(anchors.quotes > 0);
}

export function isAnchored(anchors: Anchors): boolean {
  return kindsOf(anchors) > 0 || anchors.places > 0;
}

/** The spans in the tokens of words from a list, except those that `harmless` blanked out. */
export function hits(tokens: readonly Token[], list: ReadonlySet<string>, clean: string): [number, number][] {
  return tokens
    .filter(
      token => token.kind === 'word' && list.has(token.lower) && clean.charAt(token.start).trim() !== '',
    )
    .map(token => [token.start, token.end]);
}

export function matches(
  text: string,
  patterns: readonly RegExp[],
  from: number,
  to: number,
): [number, number][] {
  return patterns.flatMap(pattern =>
    [...text.matchAll(pattern)]
      .map((match): [number, number] => [match.index, match.index + match[0].length])
      .filter(([start, end]) => start >= from && end <= to),
  );
}
