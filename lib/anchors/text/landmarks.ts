/**
 * Landmarks are short texts near a quote that occurred nowhere else on the page. They tell which part of the page the
 * quote was in, and so which of many lookalikes was meant, even long after its own surroundings were edited.
 */
import { positionsOf } from './candidates.ts';
import type { PageText } from './page-text.ts';

/** A text that began `distance` characters before the quote's start, or after it if that is negative. */
export type Landmark = { text: string; distance: number };

const LENGTH = 14;
/** Where we look for landmarks, in characters from the quote. */
const NEAREST = 24;
const DISTANCES = [NEAREST, 70, 150, 300, 600, 1100, 1900];
const STEP = 11;
const TRIES = 3;
const MAX_EACH_SIDE = 3;
/** How far a landmark may drift, because words are added and removed in between. */
const DRIFT_SHARE = 0.2;
const MIN_DRIFT = 40;

export function findLandmarks(page: PageText, start: number, end: number): Landmark[] {
  return [...collectSide(page, start, start, -1), ...collectSide(page, end, start, 1)];
}

function collectSide(page: PageText, from: number, start: number, side: 1 | -1): Landmark[] {
  const found: Landmark[] = [];
  for (const far of DISTANCES) {
    if (found.length === MAX_EACH_SIDE) break;
    for (let step = 0; step < TRIES; step++) {
      const at = side > 0 ? from + far + step * STEP - NEAREST : from - far - step * STEP;
      const text = at >= 0 ? page.text.slice(at, at + LENGTH) : '';
      if (text.length < LENGTH || positionsOf(page.text, text, 2).length !== 1) continue;
      found.push({ text, distance: start - at });
      break;
    }
  }
  return found;
}

/** How near a position is to where the landmarks say the quote should be (`expected`), 0–1. */
export type NearTest = { expected: number; nearness: (start: number) => number };

/** Null if none of the landmarks is left. */
export function nearTest(page: PageText, landmarks: readonly Landmark[]): NearTest | null {
  const seen = landmarks.flatMap(({ text, distance }) => {
    const [at, more] = positionsOf(page.text, text, 2);
    if (at === undefined || more !== undefined) return [];
    return [{ expected: at + distance, slack: MIN_DRIFT + Math.abs(distance) * DRIFT_SHARE }];
  });
  const agreeing = (start: number) =>
    seen.filter(({ expected, slack }) => Math.abs(start - expected) <= slack).length;
  // Some landmarks may have been moved away. We trust the position on which most of them agree.
  const positions = seen.map(({ expected }) => expected);
  const [expected] = positions.sort((one, other) => agreeing(other) - agreeing(one));
  if (expected === undefined) return null;
  return { expected, nearness: start => Math.min(1, agreeing(start) / agreeing(expected)) };
}
