/** Transcripts for the tests of speech, from a line of words with times. */
import type { Transcript, Word } from '#lib/speech/transcript.ts';

/**
 * Words of 200 ms, one every 400 ms from `from` on. A number between them, such as `|1900`, is a silence of so many ms
 * between the end of one word and the start of the next.
 */
export function wordsFrom(text: string, from = 0): Word[] {
  const words: Word[] = [];
  let at = from;
  for (const token of text.split(/\s+/)) {
    const silence = /^\|(\d+)$/.exec(token)?.[1];
    if (silence !== undefined) at += Number(silence) - 200;
    else {
      words.push({ text: token, start: at, end: at + 200 });
      at += 400;
    }
  }
  return words;
}

export function transcriptOf(words: Word[], more: Partial<Transcript> = {}): Transcript {
  return { source: 'automatic', language: 'en', precision: 'word', words, durationMs: null, ...more };
}

export function said(text: string, more: Partial<Transcript> = {}): Transcript {
  return transcriptOf(wordsFrom(text), more);
}
