/**
 * An interval for any statistic, by drawing the same items again with replacement. Seeded, so that the same records
 * give the same interval on every device. Items are whatever was drawn independently: units of a calibration, people.
 */
import { deviation, percentile } from './statistics.ts';

export interface BootstrapOptions {
  seed?: number;
  resamples?: number;
}

export interface Bootstrap {
  /** The middle 95 %; null if too few resamples had a value. */
  interval: readonly [low: number, high: number] | null;
  /** Standard deviation of the resampled values. */
  standardError: number | null;
  /** In how many resamples the statistic had a value. */
  defined: number;
  resamples: number;
}

export const RESAMPLES = 1000;
const SEED = 20_261_102;
/** With fewer resamples that have a value, the interval would describe only the lucky ones. */
const SHARE_DEFINED = 0.5;

/** Numbers in [0, 1), the same ones for the same seed: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many items as there are, each drawn from all of them. */
export function resample<T>(items: readonly T[], random: () => number): T[] {
  return items.map((item, i) => items[Math.floor(random() * items.length)] ?? items[i] ?? item);
}

/** Resamples within each group, so that every resample has both groups. Bring the items in a fixed order. */
export function bootstrap<T>(
  groups: readonly (readonly T[])[],
  statistic: (groups: readonly (readonly T[])[]) => number | null,
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Bootstrap {
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let i = 0; i < resamples; i++) {
    const value = statistic(groups.map(group => resample(group, random)));
    if (value !== null && Number.isFinite(value)) values.push(value);
  }
  const defined = values.length;
  const low = percentile(values, 2.5);
  const high = percentile(values, 97.5);
  const standardError = deviation(values);
  if (low === null || high === null || standardError === null || defined < SHARE_DEFINED * resamples) {
    return { interval: null, standardError: null, defined, resamples };
  }
  return { interval: [low, high], standardError, defined, resamples };
}
