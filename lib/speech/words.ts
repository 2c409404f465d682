/** From pieces of captions to words with times. */
import { decodeHTML } from 'entities';
import type { Piece, Precision, Word } from './transcript.ts';

/**
 * How long a word may last at most, in ms, where captions say only when it begins (tunable): 400 for a short one, and
 * more for one of many letters. A line stays on the screen long after its last word, so it can't say when that ended.
 */
const SHORT_WORD_MS = 400;
const LETTER_MS = 60;

/** What is no speech: sounds in brackets, sung lines, marks of a new speaker, codes of positions. */
const NOT_SPOKEN = [
  /\{\\[^}]*\}/g,
  /\[[^\]]*\]/g,
  /[♪♫][^♪♫]*[♪♫]/g,
  /[♪♫]/g,
  /(?:^|\s)(?:>>+|&gt;&gt;+)/g,
  /[\u200b\u200e\u200f\ufeff]/g,
];
/** A line that is nothing but a remark, such as “(applause)”. */
const REMARK = /^\s*\([^)]*\)\s*$/gm;
/** A part of the word before it, which recognisers write on its own: “don” and “'t”. */
const ENDING = /^['’]\p{L}{1,2}\b/u;

/** The words of pieces, whatever their order. */
export function wordsOf(pieces: readonly Piece[], precision: Precision): Word[] {
  const spoken = pieces
    .map(piece => ({ ...piece, text: spokenOf(piece.text) }))
    .filter(({ text, start }) => text !== '' && Number.isFinite(start))
    .sort((a, b) => a.start - b.start);
  const words = spoken.flatMap((piece, i) =>
    precision === 'word' ? atOnce(piece) : spread(piece, spoken[i + 1]?.start),
  );
  return withEnds(joinEndings(words));
}

/** A caption's text as somebody said it: entities decoded (once more where they were encoded twice), no remarks. */
export function spokenOf(text: string): string {
  let plain = decodeHTML(text);
  if (plain.includes('&')) plain = decodeHTML(plain);
  plain = plain.replace(/<\/?[a-z][^<>]*>/gi, '').replace(REMARK, ' ');
  for (const pattern of NOT_SPOKEN) plain = plain.replace(pattern, ' ');
  return plain.replace(/\s+/g, ' ').trim();
}

/** The tokens of a text that have a letter or a digit in them. */
export function tokensOf(text: string): string[] {
  return text.split(/\s+/).filter(token => /[\p{L}\p{N}]/u.test(token));
}

/** All words of a piece that has one time of its own; usually there is only one. */
function atOnce({ text, start, confidence, speaker }: Piece): Word[] {
  let at = start;
  return tokensOf(text).map(token => {
    const word = { text: token, start: at, end: at + lastsAtMost(token), ...rest(confidence, speaker) };
    at = word.end;
    return word;
  });
}

/** The words of a line, spread over it by their letters, and over no more than the time until the next line. */
function spread({ text, start, end, confidence, speaker }: Piece, next: number | undefined): Word[] {
  const tokens = tokensOf(text);
  const shown =
    end !== undefined && end > start ? end : start + tokens.reduce((ms, t) => ms + lastsAtMost(t), 0);
  const until = next === undefined || next <= start ? shown : Math.min(shown, next);
  const letters = tokens.reduce((sum, token) => sum + token.length, 0);
  let at = start;
  return tokens.map(token => {
    const wordStart = at;
    at += ((until - start) * token.length) / letters;
    return { text: token, start: wordStart, end: at, ...rest(confidence, speaker) };
  });
}

function rest(confidence: number | undefined, speaker: string | undefined) {
  return {
    ...(confidence === undefined ? {} : { confidence }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

function lastsAtMost(token: string): number {
  return Math.max(SHORT_WORD_MS, LETTER_MS * token.length);
}

function joinEndings(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before && ENDING.test(word.text)) {
      before.text += word.text;
      before.end = word.end;
    } else joined.push({ ...word });
  }
  return joined;
}

/** In order of time, whole ms, and no word ends after the next begins. */
function withEnds(words: readonly Word[]): Word[] {
  const ordered = [...words].sort((a, b) => a.start - b.start);
  return ordered.map((word, i) => ({
    ...word,
    start: Math.round(word.start),
    end: Math.round(Math.max(word.start, Math.min(word.end, ordered[i + 1]?.start ?? word.end))),
  }));
}
