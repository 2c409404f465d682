/** Finds phrases in the words of a transcript, so that each has the time of its first word. */
import type { Word } from './transcript.ts';

export interface Found {
  text: string;
  /** When its first word begins, in ms. */
  at: number;
  /** Its words: from this index, and up to but without that one. */
  from: number;
  to: number;
}

/** A word as patterns see it: lower case, without the marks around it. */
export function bareWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
}

/** The text of words with an index of the word at each of its letters. */
interface Line {
  text: string;
  /** Where each word begins in the text. */
  starts: number[];
}

/**
 * Where the patterns occur, in order of time. Each sentence end keeps its mark, so that no phrase is read across it. What
 * two patterns find in the same words counts once.
 */
export function findPhrases(words: readonly Word[], patterns: readonly RegExp[]): Found[] {
  const line = lineOf(words);
  const found = patterns.flatMap(pattern =>
    [...line.text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`.replace(/gg/, 'g')))].map(match => {
      const from = wordAt(line, match.index);
      const to = wordAt(line, match.index + match[0].length - 1) + 1;
      return { text: match[0].replace(/\s*\|\s*/g, ' ').trim(), at: words[from]?.start ?? 0, from, to };
    }),
  );
  const ordered = found.sort((a, b) => a.from - b.from || b.to - a.to);
  let until = 0;
  return ordered.filter(({ from, to }) => {
    if (from < until) return false;
    until = to;
    return true;
  });
}

function lineOf(words: readonly Word[]): Line {
  let text = '';
  const starts = words.map(word => {
    const at = text.length;
    const mark = /[,.!?…]["'”’»)]*$/.exec(word.text)?.[0][0] ?? '';
    text += `${bareWord(word.text)}${mark} `;
    return at;
  });
  return { text, starts };
}

/** The index of the word that this letter of the text belongs to. */
function wordAt({ starts }: Line, letter: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= letter) low = middle;
    else high = middle - 1;
  }
  return low;
}
