/** Looks words and phrases up in the lists of a language. */
import { type Token, tokensOf } from './tokens.ts';
import { FAMILIES, type Family, type Language, type Lexicon } from './types.ts';

interface Phrase {
  words: readonly string[];
  family: Family;
}

/** The lists of a language, ready to be looked up in. */
export interface WordIndex {
  exact: ReadonlyMap<string, Family[]>;
  beginnings: ReadonlyMap<string, Family[]>;
  endings: ReadonlyMap<string, Family[]>;
  /** By their first word. */
  phrases: ReadonlyMap<string, Phrase[]>;
  stems: Language['stems'];
}

/** `fahr*` may be "fahren", and a noun may be the first half of a long one; a verb is hardly five letters longer. */
const LONGEST_ENDING = 14;
const LONGEST_VERB_ENDING = 4;
const VERBS: ReadonlySet<Family> = new Set(['visible', 'inner', 'result-verb']);

/** "Grosszügig" in Switzerland, "großzügig" elsewhere. */
export const folded = (word: string) => word.replaceAll('ß', 'ss');

export function indexOf({ words, stems }: Pick<Language, 'words' | 'stems'>): WordIndex {
  const exact = new Map<string, Family[]>();
  const beginnings = new Map<string, Family[]>();
  const endings = new Map<string, Family[]>();
  const phrases = new Map<string, Phrase[]>();
  for (const family of FAMILIES) {
    for (const entry of words[family].split(',').map(each => each.trim())) {
      if (entry === '') continue;
      const parts = tokensOf(entry).map(token => folded(token.lower));
      const [first = ''] = parts;
      if (entry.endsWith('*')) put(beginnings, folded(entry.slice(0, -1)), family);
      else if (entry.startsWith('*')) put(endings, folded(entry.slice(1)), family);
      else if (parts.length > 1) put(phrases, first, { words: parts, family });
      else put(exact, first, family);
    }
  }
  return { exact, beginnings, endings, phrases, stems };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The families of each token: those of the word itself, and those of the phrases it is part of. */
export function familiesOf(tokens: readonly Token[], index: WordIndex, lexicon?: Lexicon): Set<Family>[] {
  const words = tokens.map(token => folded(token.lower));
  const found = tokens.map((token, i) => {
    const word = words[i] ?? '';
    const families = new Set(token.kind === 'word' ? ofWord(word, index) : []);
    if (lexicon?.verbs.includes(token.lower)) families.add('visible');
    return families;
  });
  for (const { at, phrase } of phrasesIn(words, index)) {
    for (let i = at; i < at + phrase.words.length; i++) found[i]?.add(phrase.family);
  }
  return found;
}

/** The phrases of the lists that stand in these words, in lower case and folded. */
export function phrasesIn(words: readonly string[], index: WordIndex): { at: number; phrase: Phrase }[] {
  return words.flatMap((word, at) =>
    (index.phrases.get(word) ?? [])
      .filter(phrase => phrase.words.every((each, i) => words[at + i] === each))
      .map(phrase => ({ at, phrase })),
  );
}

function ofWord(word: string, { exact, beginnings, endings, stems }: WordIndex): Family[] {
  const families: Family[] = [];
  for (const form of [word, ...stems(word)]) families.push(...(exact.get(form) ?? []));
  for (let length = 1; length <= word.length; length++) {
    for (const family of beginnings.get(word.slice(0, length)) ?? []) {
      const longest = VERBS.has(family) ? LONGEST_VERB_ENDING : LONGEST_ENDING;
      if (word.length - length <= longest) families.push(family);
    }
    families.push(...(endings.get(word.slice(-length)) ?? []));
  }
  return families;
}
