/** Chance that can be repeated: the same seed gives the same run. */

export interface Chance {
  /** A number from 0 up to 1. */
  next(): number;
  /** True so often: 0 never, 1 always. */
  hits(probability: number): boolean;
  /** A whole number from 0 up to `limit`. */
  below(limit: number): number;
  /** Undefined for an empty list. */
  pick<T>(list: readonly T[]): T | undefined;
}

/** Mulberry32: small, fast, good enough to choose what happens next. */
export function chanceFrom(seed: number): Chance {
  let state = seed + 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    hits: probability => next() < probability,
    below: limit => Math.floor(next() * limit),
    pick: list => list[Math.floor(next() * list.length)],
  };
}
