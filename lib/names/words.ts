/** Splits a text into the words a name may be made of: folded, with what separates them. */

/** What precedes a word: only a space, a hyphen or dot inside it, a comma, or something that ends a phrase. */
export type Gap = 'space' | 'tight' | 'comma' | 'break';

export interface Word {
  /** As written, in lower case. */
  exact: string;
  /** Without accents, in the one or two ways people drop them: "muller", "mueller". */
  folds: readonly string[];
  /** "M." or "M". */
  initial: boolean;
  /** Begins with a capital, or belongs to a script that has no capitals and puts spaces between words. */
  nameLike: boolean;
  before: Gap;
}

/** Letters that don't decompose into a base letter and a mark. */
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

/** How people spell these in German and the Nordic languages when they lack the key. */
const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Drop marks where people drop them. In other scripts (が, राम) a mark makes a different letter. */
const MARKS = /(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}]\p{M}*)\p{M}/gu;

function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(MARKS, '').normalize('NFC');
  return bare.replace(/./gsu, letter => LETTERS[letter] ?? letter);
}

/** The ways people write this without accents. */
export function foldsOf(text: string): readonly string[] {
  const lower = lowered(text);
  const spelt = plain(lower.replace(/[äöüøå]/g, letter => SPELT[letter] ?? letter));
  return [...new Set([plain(lower), spelt])];
}

/** In one case and one Unicode form, for comparing texts as written. */
export function lowered(text: string): string {
  // Lower-casing a capital İ leaves a combining dot above.
  return text.normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');
}

const CJK = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}';
export const isCjk = (text: string) => new RegExp(`^[${CJK}ー]+$`, 'u').test(text);

/** Honorifics attached to a name without a space. */
const COURTESY = /(?<=.)(?:さん|さま|くん|ちゃん|様|氏|殿|先生|女士|님|씨)$/u;

/** The words of a text, or of an e-mail address only the part before the @. At most 60. */
export function wordsOf(text: string): Word[] {
  const clean = text
    .normalize('NFKC')
    .replace(/[\p{Cf}ـ]/gu, '')
    .replace(/([^\s<>()[\]"',;:@]+?)(?:\+[^\s@]*)?@[^\s<>()[\]"',;:@]+\.[^\s<>()[\]"',;:@]+/gu, ' | $1 | ')
    // A possessive 's is not part of the name. Other apostrophes are simply dropped: O’Brien, OBrien.
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

/** A change between Japanese scripts, or into or out of them, also ends a word. */
const PIECES =
  /\p{sc=Hang}+|[\p{sc=Kana}ー]+|\p{sc=Hira}+|[\p{sc=Han}々]+|(?:(?![\p{sc=Hang}\p{sc=Kana}\p{sc=Hira}\p{sc=Han}ー々])[\p{L}\p{M}\p{N}])+/gu;

function gapOf(between: string, last: Word | undefined): Gap {
  if (/^[-‐‑_.]?$/u.test(between)) return 'tight';
  if (/^\s*,\s*$/u.test(between)) return 'comma';
  // The dot of "M." or "Dr." doesn't end a sentence.
  const short = last !== undefined && last.exact.length <= 4;
  if (/^[^\S\n\r]+$/u.test(between) || (short && /^\.[^\S\n\r]+$/u.test(between))) return 'space';
  return 'break';
}
