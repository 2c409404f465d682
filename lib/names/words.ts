/** A text as the words that a name may be made of: folded, with what stands between them. */

/** What stands before a word: nothing but space, a hyphen or dot within it, a comma, or something that ends a phrase. */
export type Gap = 'space' | 'tight' | 'comma' | 'break';

export interface Word {
  /** As written, in lower case. */
  exact: string;
  /** Without accents, in the one or two ways in which they are left out: "muller", "mueller". */
  folds: readonly string[];
  /** "M." or "M". */
  initial: boolean;
  /** Begins with a capital letter, or belongs to a script that has none and puts spaces between words. */
  nameLike: boolean;
  before: Gap;
}

/** Letters that do not come apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

/** How German and the northern languages write these where they have no such key. */
const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Marks are left out where people leave them out. Elsewhere (が, राम) they make another letter. */
const MARKS = /(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}]\p{M}*)\p{M}/gu;

function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(MARKS, '').normalize('NFC');
  return bare.replace(/./gsu, letter => LETTERS[letter] ?? letter);
}

/** The forms in which people write this without its accents. */
export function foldsOf(text: string): readonly string[] {
  const lower = lowered(text);
  const spelt = plain(lower.replace(/[äöüøå]/g, letter => SPELT[letter] ?? letter));
  return [...new Set([plain(lower), spelt])];
}

/** In one case and one form of Unicode, for comparing as it is written. */
export function lowered(text: string): string {
  // A capital İ leaves a dot above its small letter.
  return text.normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');
}

const CJK = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}';
export const isCjk = (text: string) => new RegExp(`^[${CJK}ー]+$`, 'u').test(text);

/** Put behind a name without a space, out of courtesy. */
const COURTESY = /(?<=.)(?:さん|さま|くん|ちゃん|様|氏|殿|先生|女士|님|씨)$/u;

/** The words of a text, of an e-mail address only what stands before the @. At most 60 of them. */
export function wordsOf(text: string): Word[] {
  const clean = text
    .normalize('NFKC')
    .replace(/[\p{Cf}ـ]/gu, '')
    .replace(/([^\s<>()[\]"',;:@]+?)(?:\+[^\s@]*)?@[^\s<>()[\]"',;:@]+\.[^\s<>()[\]"',;:@]+/gu, ' | $1 | ')
    // A possessive belongs to the sentence, an apostrophe within a name to nobody: O’Brien, OBrien.
    .replace(/(?<=\p{L}{3})['’ʼ]s(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '');
  const words: Word[] = [];
  let end = 0;
  for (const { 0: found, index } of clean.matchAll(PIECES)) {
    const word = found.replace(COURTESY, '');
    if (words.length === 60) break;
    const gap = gapOf(clean.slice(end, index), words.at(-1));
    const cut = gap === 'tight' || /^[._-]/u.test(clean.slice(index + found.length));
    words.push({
      exact: lowered(word),
      folds: foldsOf(word),
      initial: /^\p{L}$/u.test(word) && !isCjk(word) && (cut || /\p{Lu}/u.test(word)),
      nameLike: /^\p{Lu}|^\p{Lt}/u.test(word) || (/^\p{Lo}/u.test(word) && !isCjk(word)),
      before: gap,
    });
    end = index + found.length;
  }
  return words;
}

/** A change between the scripts of Japanese, or to and from them, ends a word too. */
const PIECES =
  /\p{sc=Hang}+|[\p{sc=Kana}ー]+|\p{sc=Hira}+|[\p{sc=Han}々]+|(?:(?![\p{sc=Hang}\p{sc=Kana}\p{sc=Hira}\p{sc=Han}ー々])[\p{L}\p{M}\p{N}])+/gu;

function gapOf(between: string, last: Word | undefined): Gap {
  if (/^[-‐‑_.]?$/u.test(between)) return 'tight';
  if (/^\s*,\s*$/u.test(between)) return 'comma';
  // The dot of "M." and "Dr." ends no sentence.
  const short = last !== undefined && last.exact.length <= 4;
  if (/^[^\S\n\r]+$/u.test(between) || (short && /^\.[^\S\n\r]+$/u.test(between))) return 'space';
  return 'break';
}
