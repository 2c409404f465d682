/** Words that come again and again within a minute: a hint, nothing more. */
import { bareWord } from './phrases.ts';
import type { Word } from './transcript.ts';

const WITHIN_MS = 60_000;
const TIMES = 3;
/** From three words on a phrase is one; the longest that repeats is named. */
const LENGTHS = [6, 5, 4, 3];

export interface Repetition {
  phrase: string;
  times: number;
  /** When it is said first in the minute that has it most often, in ms. */
  at: number;
}

/** `words` without fillers. */
export function repetitionsOf(words: readonly Word[]): Repetition[] {
  const bare = words.map(({ text }) => bareWord(text));
  const found: Repetition[] = [];
  for (const length of LENGTHS) {
    for (const [phrase, places] of placesOf(bare, length)) {
      if (found.some(longer => ` ${longer.phrase} `.includes(` ${phrase} `))) continue;
      const most = mostWithin(apart(places, length).map(place => words[place]?.start ?? 0));
      if (most.times >= TIMES) found.push({ phrase, ...most });
    }
  }
  return found.sort((a, b) => a.at - b.at || a.phrase.localeCompare(b.phrase));
}

/** Where each run of words begins, of those that occur often enough. */
function placesOf(bare: readonly string[], length: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 0; i + length <= bare.length; i++) {
    const phrase = bare.slice(i, i + length).join(' ');
    const known = places.get(phrase);
    if (known) known.push(i);
    else places.set(phrase, [i]);
  }
  for (const [phrase, { length: times }] of places) if (times < TIMES) places.delete(phrase);
  return places;
}

/** Without those that begin within the one before: “ha ha ha ha” holds three words once. */
function apart(places: readonly number[], length: number): number[] {
  let free = 0;
  return places.filter(place => {
    if (place < free) return false;
    free = place + length;
    return true;
  });
}

function mostWithin(starts: readonly number[]): { times: number; at: number } {
  let most = { times: 0, at: 0 };
  for (let [from, to] = [0, 0]; to < starts.length; to++) {
    while ((starts[to] ?? 0) - (starts[from] ?? 0) >= WITHIN_MS) from++;
    if (to - from + 1 > most.times) most = { times: to - from + 1, at: starts[from] ?? 0 };
  }
  return most;
}
