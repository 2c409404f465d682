/**
 * Krippendorff's alpha: agreement of any number of raters, with missing values, corrected for chance. Computed from
 * the matrix of coincidences within units (Krippendorff, "Computing Krippendorff's alpha-reliability").
 */
import { doubleScored, levelsOf, type Unit } from './ratings.ts';

export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

/** From here on, scores may be relied on, or tentatively; below the second they are not pooled. */
export const RELIABLE = 0.8;
export const TENTATIVE = 0.667;

export type Reading = 'reliable' | 'tentative' | 'do not pool';

export function readingOf(alpha: number): Reading {
  return alpha >= RELIABLE ? 'reliable' : alpha >= TENTATIVE ? 'tentative' : 'do not pool';
}

/** Null if no unit has two values, and if all values are equal: without variation alpha is undefined, not 1. */
export function krippendorff(units: readonly Unit[], metric: AlphaMetric): number | null {
  const pairable = doubleScored(units);
  const levels = levelsOf(pairable);
  const place = new Map(levels.map((level, i) => [level, i]));
  const totals = levels.map(() => 0);
  const coincidences = levels.map(() => levels.map(() => 0));
  for (const { values } of pairable) {
    const given = [...values.values()].map(value => place.get(value) ?? 0);
    given.forEach((c, i) => {
      totals[c] = (totals[c] ?? 0) + 1;
      given.forEach((k, j) => {
        const row = coincidences[c];
        if (row && i !== j) row[k] = (row[k] ?? 0) + 1 / (given.length - 1);
      });
    });
  }
  const apart = squaredDistances(levels, totals, metric);
  const n = totals.reduce((sum, total) => sum + total, 0);
  let [observed, expected] = [0, 0];
  apart.forEach((row, c) => {
    row.forEach((distance, k) => {
      observed += (coincidences[c]?.[k] ?? 0) * distance;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance;
    });
  });
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}

/** How much it counts that one gave level c and another level k. Ordinal: how many values lie between the two. */
function squaredDistances(
  levels: readonly number[],
  totals: readonly number[],
  metric: AlphaMetric,
): number[][] {
  return levels.map((a, c) =>
    levels.map((b, k) => {
      if (c === k) return 0;
      if (metric === 'nominal') return 1;
      if (metric === 'interval') return (a - b) ** 2;
      const between = totals.slice(Math.min(c, k), Math.max(c, k) + 1);
      const ends = ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2;
      return (between.reduce((sum, total) => sum + total, 0) - ends) ** 2;
    }),
  );
}
