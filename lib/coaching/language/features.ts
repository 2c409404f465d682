/**
 * What the model sees of a text: its words, pairs and triples of words, letters within words, the families of its
 * words and their order, and its shape. Quoted text is one token, so that a quotation is never judged.
 */
import { familiesOf, folded, phrasesIn, type WordIndex } from './families.ts';
import { maskLexicon } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';
import { FAMILIES, type Family, type Language, type Lexicon } from './types.ts';

/** A feature's name begins with its kind. */
const WORDS = 'w';
const LETTERS = 'c';
const SHAPES = 's';

/** Letters are many and each says little. */
const STRENGTH: Readonly<Record<string, number>> = { [WORDS]: 1, [LETTERS]: 0.5, [SHAPES]: 1 };

export const strengthOf = (feature: string) => STRENGTH[feature.charAt(0)] ?? 1;

const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 5;
/** Words up to this long are mostly grammar: they keep their place in the order of families. */
const GRAMMAR_WORD = 4;

/** The features of a text, each once. */
export function featuresOf(text: string, language: Language, index: WordIndex, lexicon?: Lexicon): string[] {
  const tokens = withoutThings(tokensOf(text), text, lexicon);
  const features = new Set<string>();
  const add = (kind: string, name: string) => features.add(`${kind}${name}`);
  const words = ['^', ...tokens.map(written), '$'];
  for (let i = 0; i < words.length - 1; i++) {
    add(WORDS, `2${words.slice(i, i + 2).join(' ')}`);
    if (i + 2 < words.length) add(WORDS, `3${words.slice(i, i + 3).join(' ')}`);
  }
  for (const token of tokens) for (const feature of featuresOfWord(token)) features.add(feature);
  const families = familiesOf(tokens, index, lexicon);
  for (const name of orderOf(tokens, families)) add(SHAPES, name);
  for (const name of countsOf(families)) add(SHAPES, name);
  for (const name of aboutWhom(tokens, families, language)) add(SHAPES, name);
  const folds = tokens.map(token => folded(token.lower));
  for (const { phrase } of phrasesIn(folds, index)) add(SHAPES, `phrase ${phrase.family}`);
  for (const name of shapeOf(text, tokens, language)) add(SHAPES, name);
  return [...features];
}

/** What a single token contributes: itself and its letters. */
export function featuresOfWord(token: Token): string[] {
  const word = written(token);
  const features = [`${WORDS}1${word}`];
  if (!/\p{L}/u.test(word)) return features;
  const padded = `_${word}_`;
  for (let length = SHORTEST_LETTERS; length <= LONGEST_LETTERS; length++) {
    for (let at = 0; at + length <= padded.length; at++)
      features.push(LETTERS + padded.slice(at, at + length));
  }
  return features;
}

/** Numbers of as many digits are alike, and so are all moments and all quotations. */
function written({ kind, lower }: Token): string {
  if (kind === 'quote') return '<q>';
  if (kind !== 'number') return folded(lower);
  return lower.includes(':') ? '<t>' : lower.replace(/\d+/g, '0');
}

/** What the workspace has a name for becomes one neutral token. */
function withoutThings(tokens: Token[], text: string, lexicon: Lexicon | undefined): Token[] {
  if (!lexicon || lexicon.phrases.length === 0) return tokens;
  const spared = maskLexicon(text.toLowerCase(), lexicon);
  const named = tokens.map(({ start }) => spared.charAt(start) === ' ');
  return tokens
    .map((token, i) => (named[i] ? { ...token, lower: 'field' } : token))
    .filter((_, i) => !(named[i] && named[i - 1]));
}

function orderOf(tokens: readonly Token[], families: readonly Set<Family>[]): string[] {
  const kinds = tokens.map((token, i) => {
    const family = FAMILIES.find(each => families[i]?.has(each));
    if (family) return family;
    if (token.kind !== 'word' || token.lower.length <= GRAMMAR_WORD) return written(token);
    return token.name ? 'Name' : '~';
  });
  const order = ['^', ...kinds, '$'];
  return order.flatMap((_, i) => [
    `order ${order.slice(i, i + 2).join(' ')}`,
    ...(i + 2 < order.length ? [`order ${order.slice(i, i + 3).join(' ')}`] : []),
  ]);
}

/** How far after “you” a word may stand and still be about that person. */
const REACH = 4;
/** Families that judge. What follows says what they judge: “lazy loading” and “a rude caller” are not about you. */
const JUDGING: readonly Family[] = ['trait', 'attack', 'quality'];

/** Whom or what a judgement is about: what is said within reach of “you”, and what stands after a judging word. */
function aboutWhom(tokens: readonly Token[], families: readonly Set<Family>[], language: Language): string[] {
  return tokens.flatMap((token, at) => {
    const names: string[] = [];
    if (language.you.test(token.lower)) {
      const near = tokens.slice(at + 1, at + 1 + REACH);
      const mark = near.findIndex(({ kind }) => kind === 'mark');
      const end = at + 1 + (mark < 0 ? near.length : mark);
      for (const set of families.slice(at + 1, end))
        for (const family of set) names.push(`you then ${family}`);
    }
    for (const family of JUDGING) {
      if (families[at]?.has(family))
        names.push(`${family} before ${kindOf(tokens[at + 1], families[at + 1])}`);
    }
    return names;
  });
}

function kindOf(token: Token | undefined, families: ReadonlySet<Family> | undefined): string {
  if (!token || token.kind === 'mark') return 'end';
  const family = FAMILIES.find(each => families?.has(each));
  if (family) return family;
  if (token.name) return 'Name';
  return token.lower.length > GRAMMAR_WORD ? 'word' : 'small';
}

function countsOf(families: readonly Set<Family>[]): string[] {
  const count = (family: Family) => families.filter(set => set.has(family)).length;
  const present = FAMILIES.filter(family => count(family) > 0);
  return [
    ...FAMILIES.map(family => `${count(family) === 0 ? 'no' : 'has'} ${family}`),
    ...present.filter(family => count(family) > 1).map(family => `many ${family}`),
    ...present.flatMap((one, i) => present.slice(i + 1).map(other => `both ${one} ${other}`)),
    `all ${present.join(' ')}`,
    ...[...(families[0] ?? [])].map(family => `first ${family}`),
  ];
}

function shapeOf(text: string, tokens: readonly Token[], language: Language): string[] {
  const has = (kind: Token['kind']) => tokens.some(token => token.kind === kind);
  const flags = {
    question: /\?\s*$/.test(text),
    exclaims: /!\s*$/.test(text),
    number: has('number'),
    quote: has('quote'),
    percent: /%|percent|per cent|prozent/i.test(text),
    moment: tokens.some(({ kind, lower }) => kind === 'number' && lower.includes(':')),
    you: tokens.some(({ lower }) => language.you.test(lower)),
  };
  const lengths = [4, 7, 11, 16].filter(limit => tokens.length >= limit).length;
  return [...Object.entries(flags).map(([name, is]) => `${name} ${is}`), `length ${lengths}`];
}
