/** The plain shares of agreement. They are shown with every coefficient, because a coefficient alone misleads. */
import { mean } from '#lib/coaching/metrics/statistics.ts';
import { pairsOf, type Unit } from './ratings.ts';

/** Floating point: 0.3 − 0.2 is a little more than 0.1. */
const SLACK = 1e-9;

/** The share of pairs of raters that gave a unit values no further apart than `distance`; null without a pair. */
export function agreeing(units: readonly Unit[], distance: number): number | null {
  const pairs = pairsOf(units);
  if (pairs.length === 0) return null;
  return pairs.filter(([a, b]) => Math.abs(a - b) <= distance + SLACK).length / pairs.length;
}

/** How near one level is to the baseline's, 0–1: 10 against 7 of 15 is 0.8. Null on a scale without any extent. */
export function alignment(value: number, baseline: number, highest: number): number | null {
  return highest > 0 ? Math.max(0, 1 - Math.abs(value - baseline) / highest) : null;
}

/** A rater's mean alignment over the units that the baseline rater scored too. */
export function alignmentOf(
  units: readonly Unit[],
  rater: string,
  baseline: string,
  highest: number,
): { value: number | null; n: number } {
  const each = units.flatMap(({ values }) => {
    const [given, wanted] = [values.get(rater), values.get(baseline)];
    const near = given === undefined || wanted === undefined ? null : alignment(given, wanted, highest);
    return near === null ? [] : [near];
  });
  return { value: mean(each), n: each.length };
}
