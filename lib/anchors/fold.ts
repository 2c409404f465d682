/**
 * Folding makes two spellings of the same words equal.
 *
 * It drops everything that typography, mark-up or a re-render may change without changing the words: white space,
 * quotation marks, dashes, soft hyphens, zero-width and direction marks, accents written as combining marks. The rest is
 * compared in Unicode's compatibility form (NFKD), so that `…` is `...` and `ﬁ` is `fi`. Folding has no state: folding a
 * text in pieces gives the same as folding it whole, and that lets us map positions back.
 */

const QUOTES = '\'"`\u00b4\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb';
const DASHES = '\\-\u2010-\u2015\u2043\u2212';
const INVISIBLE =
  '\\s\u00ad\u0300-\u036f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff';
const some = (...classes: string[]) => new RegExp(`[${classes.join('')}]+`, 'g');

const DROPPED = some(QUOTES, DASHES, INVISIBLE);
const ALL_QUOTES = some(QUOTES);
const ALL_DASHES = some(DASHES);
const ALL_INVISIBLE = some(INVISIBLE);
const NO_MARKS = some('^', QUOTES, DASHES);
const EDGE_MARKS = new RegExp(`^[${QUOTES}${DASHES}]+|[${QUOTES}${DASHES}]+$`, 'g');

/** For each UTF-16 unit that we have met: 2 if folding drops it, 1 if not. */
const known = new Uint8Array(0x10000);
const decoder = new TextDecoder('utf-16le');

/** The folded form of a text. On a whole page this loop over its units is many times faster than a regular expression. */
export function fold(text: string): string {
  const full = text.normalize('NFKD');
  const units = new Uint16Array(full.length);
  let length = 0;
  for (let at = 0; at < full.length; at++) {
    const unit = full.charCodeAt(at);
    known[unit] ||= String.fromCharCode(unit).replace(DROPPED, '') ? 1 : 2;
    if (known[unit] === 1) units[length++] = unit;
  }
  return decoder.decode(units.subarray(0, length));
}

/** The text in one line, without white space around it. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For each folded character of consecutive texts, how many words have begun up to it. */
export function countWords(texts: readonly string[]): number[] {
  const counts: number[] = [];
  let words = 0;
  for (const word of texts.flatMap(text => text.split(/\s+/))) {
    const { length } = fold(word);
    if (length > 0) words++;
    for (let at = 0; at < length; at++) counts.push(words);
  }
  return counts;
}

const lengths = new Map<string, number>();

/** For each folded character of a text, the offset of the character that it comes from. */
export function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const char of text) {
    if (!lengths.has(char)) lengths.set(char, fold(char).length);
    for (let left = lengths.get(char) as number; left > 0; left--) offsets.push(offset);
    offset += char.length;
  }
  return offsets;
}

/** The quotation marks and dashes in a text. Folding drops them, but people select them. */
export function marksIn(text: string): string {
  return text.replace(NO_MARKS, '');
}

export function withoutEdgeMarks(text: string): string {
  return text.replace(EDGE_MARKS, '');
}

/** The text with one spelling for each kind of punctuation, so that a change of typography is no change of words. */
export function plainTypography(text: string): string {
  return text.normalize('NFKD').replace(ALL_QUOTES, "'").replace(ALL_DASHES, '-').replace(ALL_INVISIBLE, '');
}
