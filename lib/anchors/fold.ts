/**
 * The folding that makes two spellings of the same words equal.
 *
 * Everything that typography, mark-up or a re-render may change without changing the words is left out: white space,
 * quotation marks, dashes, soft hyphens, zero-width and direction marks, accents written as combining marks. What
 * stays is compared in Unicode's compatibility form (NFKD), so that `…` is `...` and `ﬁ` is `fi`. Folding has no
 * state: folding a text in pieces gives the same as folding it whole, which is what lets us map positions back.
 */

const ASCII_DROPPED = /[\s'"`-]+/g;
const DROPPED_CLASS =
  '\\s\'"`\u00b4\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb\\-\u2010-\u2015\u2043\u2212\u00ad' +
  '\u0300-\u036f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff';
const DROPPED = new RegExp(`[${DROPPED_CLASS}]+`, 'g');
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Marks that belong to the character before them: never cut off from it. */
const GLUE = /[\u0300-\u036f]|[\u200d\ufe00-\ufe0f]/;

/** Left out by folding, yet seen by a reader: quotation marks and dashes. */
const SEEN_BUT_DROPPED =
  /['"`\u00b4\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb\-\u2010-\u2015\u2043\u2212]/;

const INVISIBLE =
  /(?:\s|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u0300-\u036f])+/g;

const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** The folded form of a text. */
export function fold(text: string): string {
  return BEYOND_ASCII.test(text)
    ? text.normalize('NFKD').replace(DROPPED, '')
    : text.replace(ASCII_DROPPED, '');
}

/** How many folded characters lie before `offset` in `text`. */
export function foldedBefore(text: string, offset: number): number {
  return offset <= 0 ? 0 : fold(text.slice(0, offset)).length;
}

/** Counts words in texts that follow each other: for each folded character, how many words began up to it. */
export function countWords(texts: readonly string[]): Uint16Array {
  const counts: number[] = [];
  let words = 0;
  for (const text of texts) {
    for (const word of text.split(/\s+/)) {
      const { length } = fold(word);
      if (length > 0) words++;
      for (let at = 0; at < length; at++) counts.push(words);
    }
  }
  return Uint16Array.from(counts);
}

/** Folded length of the characters below 128, and of the others as they are met. */
const asciiLength = Uint8Array.from({ length: 128 }, (_, code) => fold(String.fromCharCode(code)).length);
const otherLength = new Map<number, number>();

function foldedLength(code: number): number {
  if (code < 128) return asciiLength[code] as number;
  let length = otherLength.get(code);
  if (length === undefined) {
    length = fold(String.fromCodePoint(code)).length;
    otherLength.set(code, length);
  }
  return length;
}

/**
 * The offset in `text` of the character that makes folded character number `index`: its start, or with `after` the
 * offset behind it and the marks that belong to it. The text's length when there is no such character.
 */
export function offsetOfFolded(text: string, index: number, after = false): number {
  let count = 0;
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) as number;
    const next = offset + (code > 0xffff ? 2 : 1);
    count += foldedLength(code);
    if (count > index) return after ? pastGlue(text, next) : offset;
    offset = next;
  }
  return text.length;
}

/** The offset behind the marks that belong to the character before `offset`. */
export function pastGlue(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && GLUE.test(text.charAt(end))) end++;
  return end;
}

/** Is this character a quotation mark or dash: dropped by folding, but part of what a person selects? */
export function isQuoteOrDash(char: string): boolean {
  return SEEN_BUT_DROPPED.test(char);
}

/** Part of a word (letter, digit, mark, underscore)? */
export function isWordChar(char: string): boolean {
  return WORD.test(char);
}

/** Punctuation that a person sees, in one spelling; for telling a change of words from one of typography. */
export function plainTypography(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u00b4`\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb"]/g, "'")
    .replace(/'+/g, "'")
    .replace(/[\u2010-\u2015\u2043\u2212-]+/g, '-')
    .replace(INVISIBLE, '');
}
