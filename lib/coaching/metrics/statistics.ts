/** The few formulas that all metrics share. Shares are 0–1. */

/** A share with its n and its Wilson 95 % interval. Below the minimum n there is no value yet, never 0 %. */
export interface Share {
  /** Null while `enough` is false, or when n is 0. */
  value: number | null;
  /** How many out of how many. The first may be fractional (half an implementation). */
  k: number;
  n: number;
  interval: readonly [number, number] | null;
  enough: boolean;
}

/** A number that is not a share, with its n. */
export interface Figure {
  value: number | null;
  n: number;
  enough: boolean;
}

/** Below this n a number says "not enough yet". */
export const MINIMUM_N = 5;

const Z = 1.959963984540054;

/** Wilson's score interval for k of n at 95 %: 3 of 4 is 30 % to 95 %. */
export function wilson(k: number, n: number): readonly [number, number] {
  if (n <= 0) return [0, 1];
  const p = k / n;
  const denominator = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / denominator;
  const half = (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / denominator;
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

export function share(k: number, n: number, minimum: number = MINIMUM_N): Share {
  const enough = n > 0 && n >= minimum;
  return { value: enough ? k / n : null, k, n, interval: enough ? wilson(k, n) : null, enough };
}

export function figure(value: number | null, n: number, minimum: number = MINIMUM_N): Figure {
  const enough = n > 0 && n >= minimum && value !== null;
  return { value: enough ? value : null, n, enough };
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The middle value, or the mean of the middle two; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Nearest-rank percentile, `p` 0–100; null for none. */
export function percentile(values: readonly number[], p: number): number | null {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? null;
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation over mean (n − 1); null below two values or at mean 0. */
export function variation(values: readonly number[]): number | null {
  const centre = mean(values);
  const spread = deviation(values);
  return centre === null || centre === 0 || spread === null ? null : spread / centre;
}

/** Standard deviation (n − 1); null below two values. */
export function deviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
