/**
 * A person's own trend: the change against their own baseline, with two independent checks before we use a word for it
 *.
 */
import { mean, median } from './statistics.ts';

/** One value for each period, oldest first. A missing period is a gap, not a zero. */
export type Series = readonly (number | null)[];

export const LAST_PERIODS = 4;
/** With fewer points we use no word. */
export const POINTS_FOR_A_WORD = 6;
/** With fewer points there are no process limits. */
export const POINTS_FOR_LIMITS = 8;
const RUN = 8;
/** 3 / d2 for moving ranges of two. */
const XMR = 2.66;

export interface ProcessLimits {
  mean: number;
  movingRange: number;
  lower: number;
  upper: number;
  /** A point outside the limits, or eight in a row on one side of the mean. */
  signal: boolean;
}

/**
 * XmR limits, clamped to [0, 1] unless `clamp` is false; null below eight points. A gap breaks the moving range and
 * the run, because the points on either side of it are not neighbours.
 */
export function processLimits(series: Series, clamp = true): ProcessLimits | null {
  const values = series.filter(value => value !== null);
  const centre = mean(values);
  if (centre === null || values.length < POINTS_FOR_LIMITS) return null;
  const ranges: number[] = [];
  series.forEach((value, i) => {
    const before = series[i - 1];
    if (value !== null && before !== null && before !== undefined) ranges.push(Math.abs(value - before));
  });
  const movingRange = mean(ranges);
  if (movingRange === null) return null;
  const bound = (value: number) => (clamp ? Math.min(1, Math.max(0, value)) : value);
  const lower = bound(centre - XMR * movingRange);
  const upper = bound(centre + XMR * movingRange);
  const outside = values.some(value => value < lower || value > upper);
  return { mean: centre, movingRange, lower, upper, signal: outside || longestRun(series, centre) >= RUN };
}

function longestRun(series: Series, centre: number): number {
  let longest = 0;
  let run = 0;
  let side = 0;
  for (const value of series) {
    const now = value === null ? 0 : Math.sign(value - centre);
    run = now !== 0 && now === side ? run + 1 : now === 0 ? 0 : 1;
    side = now;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Theil–Sen: the median slope of all pairs, for each period; null below two points. */
export function slope(series: Series): number | null {
  const slopes: number[] = [];
  series.forEach((a, i) => {
    if (a === null) return;
    series.slice(i + 1).forEach((b, j) => {
      if (b !== null) slopes.push((b - a) / (j + 1));
    });
  });
  return median(slopes);
}

export interface Trend {
  /** The mean of the last four periods minus the baseline's mean; null if either is missing. */
  delta: number | null;
  slope: number | null;
  limits: ProcessLimits | null;
  /** Null below six points. There is no word for worse: "steady" means that nothing is proven. */
  word: 'improving' | 'steady' | null;
  n: number;
}

/** The trend of one person's series against their own baseline. `clamp` is for shares; pass false for other units. */
export function trendOf(series: Series, baseline: Series, clamp = true): Trend {
  const values = series.filter(value => value !== null);
  const before = mean(baseline.filter(value => value !== null));
  const last = mean(values.slice(-LAST_PERIODS));
  const rise = slope(series);
  const limits = processLimits(series, clamp);
  const proven = rise !== null && rise > 0 && limits?.signal === true;
  return {
    delta: before === null || last === null ? null : last - before,
    slope: rise,
    limits,
    word: values.length < POINTS_FOR_A_WORD ? null : proven ? 'improving' : 'steady',
    n: values.length,
  };
}
