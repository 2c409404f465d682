/**
 * The blanks of a phrase: “At … you said “…”.” begins a sentence that its author has to finish. Somebody who writes “…”
 * themselves means something by it, so a blank counts only where the words of a phrase still stand on both its sides. Those
 * of one's own templates are stops for Tab and hold up no note: whoever kept one as a template may mean its dots.
 */
import { phrasesIn } from './phrases/index.ts';

const BLANK = '…';
/** How much of the phrase on each side of a blank has to be there still, in UTF-16 units. */
const BESIDE = 12;

/** From where to where in a text, in UTF-16 units. */
export type Stretch = readonly [start: number, end: number];

const shipped = ['en', 'de'].flatMap(locale => phrasesIn(locale).map(({ text }) => text));

/**
 * The first blank at or after `from` that nobody has filled, of the shipped phrases or of `templates`; undefined if there
 * is none.
 */
export function unfilledBlank(
  text: string,
  templates: readonly string[] = [],
  from = 0,
): Stretch | undefined {
  const sides = [...shipped, ...templates].flatMap(sidesOfBlanks).filter(hasLetters);
  for (let at = text.indexOf(BLANK, from); at >= 0; at = text.indexOf(BLANK, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + 1);
    if (sides.some(each => before.endsWith(each.before) && after.startsWith(each.after))) return [at, at + 1];
  }
  return undefined;
}

interface Sides {
  before: string;
  after: string;
}

/** A template that is nothing but dots says nothing about anybody else's. */
const hasLetters = ({ before, after }: Sides) => /\p{L}/u.test(before + after);

/** What stands beside each blank of a phrase, up to the next blank. */
function sidesOfBlanks(phrase: string): Sides[] {
  const pieces = phrase.split(BLANK);
  return pieces.slice(1).map((after, i) => ({
    before: (pieces[i] ?? '').slice(-BESIDE),
    after: after.slice(0, BESIDE),
  }));
}
