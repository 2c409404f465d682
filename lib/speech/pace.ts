/** How fast somebody speaks, in words a minute of media time: at which speed it is watched does not matter. */
import { variation } from '#lib/coaching/metrics/statistics.ts';
import { MINUTE } from '#lib/time.ts';
import type { Pause } from './pauses.ts';
import type { Word } from './transcript.ts';

/** Windows of the cadence, in ms, and how many words one needs so that its rate says something (tunable). */
const WINDOW_MS = 30_000;
const WORDS_A_WINDOW = 20;
const MIN_WINDOWS = 3;

export interface Pace {
  /** Lexical words a minute, from the first word to the end of the last. */
  gross: number | null;
  /** The same without the pauses of a second or more. */
  net: number | null;
  /** The standard deviation of the windows' rates over their mean. Null with fewer than three windows. */
  cadence: { variation: number; windows: number } | null;
}

/** `words` without fillers; `span` from the first word to the end of the last, in ms. */
export function paceOf(words: readonly Word[], span: number, pauses: readonly Pause[]): Pace {
  const spoken = span - pauses.reduce((sum, { ms }) => sum + ms, 0);
  return {
    gross: aMinute(words.length, span),
    net: aMinute(words.length, spoken),
    cadence: cadenceOf(words),
  };
}

export function aMinute(count: number, ms: number): number | null {
  return ms > 0 ? count / (ms / MINUTE) : null;
}

/** Whole windows from the first word on. The last, which is cut off, is none. */
function cadenceOf(words: readonly Word[]): Pace['cadence'] {
  const begin = words[0]?.start ?? 0;
  const whole = Math.floor(((words.at(-1)?.end ?? begin) - begin) / WINDOW_MS);
  const counts = new Array<number>(whole).fill(0);
  for (const { start } of words) {
    const window = Math.floor((start - begin) / WINDOW_MS);
    if (window < whole) counts[window] = (counts[window] ?? 0) + 1;
  }
  const rates = counts.filter(count => count >= WORDS_A_WINDOW);
  const found = rates.length < MIN_WINDOWS ? null : variation(rates);
  return found === null ? null : { variation: found, windows: rates.length };
}
