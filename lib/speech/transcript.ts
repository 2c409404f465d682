/** What was said in a recording, word by word, wherever it was read from. Times are media time in ms. */

export interface Word {
  /** As it was written, with its punctuation. */
  text: string;
  start: number;
  end: number;
  /** How sure a recogniser was, 0 to 1, where it says so. */
  confidence?: number;
  /** Who speaks, where the captions name them. */
  speaker?: string;
}

/**
 * `word`: each word has a time of its own. `cue`: only a line has, and its words were spread over it, so that short
 * pauses are unknown and a time may be off by the length of a line.
 */
export type Precision = 'word' | 'cue';

export type Source = 'automatic' | 'manual' | 'pasted';

export interface Transcript {
  source: Source;
  /** A language tag, such as `de-AT`; `und` where nobody says. */
  language: string;
  /** Translated by a machine: nobody said these words. */
  translated?: boolean;
  precision: Precision;
  /** In order of time; no word ends after the next one begins. */
  words: Word[];
  /** Null where it is unknown, as of a live recording. */
  durationMs: number | null;
}

/** Some words with one time: a line on the screen, or a single word of it. */
export interface Piece {
  text: string;
  start: number;
  /** When the line goes; a word with a time of its own has none. */
  end?: number;
  confidence?: number;
  speaker?: string;
}

/** The main language of a tag: `de` of `de-AT`. */
export function mainLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
