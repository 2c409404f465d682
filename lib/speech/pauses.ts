/** Silences between words. Cut-offs differ between studies, so these are said with their lengths, never judged. */
import type { Transcript } from './transcript.ts';

/** Pauses from this length on are listed, in ms. */
export const LISTED_MS = 1000;
/** The shortest pause that captions without times of words can tell, in ms. */
export const CERTAIN_MS = 2000;

export interface Pause {
  /** When it begins: the end of the word before. */
  at: number;
  ms: number;
}

/** All pauses that are listed, in order of time. */
export function pausesOf({ words, precision }: Transcript): Pause[] {
  const shortest = precision === 'word' ? LISTED_MS : CERTAIN_MS;
  return words.flatMap((word, i) => {
    const ms = (words[i + 1]?.start ?? word.end) - word.end;
    return ms >= shortest ? [{ at: word.end, ms }] : [];
  });
}

export function longestOf(pauses: readonly Pause[]): Pause | null {
  return pauses.reduce<Pause | null>(
    (longest, each) => (longest && longest.ms >= each.ms ? longest : each),
    null,
  );
}
