/**
 * Do two people mean the same by a 2? Every coefficient with its n, its interval, and the condition under which it may
 * be read. The plain shares always stand beside the coefficients.
 */
import { type BootstrapOptions, bootstrap } from '#lib/coaching/metrics/bootstrap.ts';
import { type AlphaMetric, krippendorff, type Reading, readingOf } from './alpha.ts';
import { type KappaWeights, kappa } from './kappa.ts';
import { agreeing, alignmentOf } from './percent.ts';
import { doubleScored, levelsOf, pairsOf, type Rating, ratersOf, type Unit, unitsOf } from './ratings.ts';

/** With fewer units that two raters scored, no coefficient is shown. */
export const MINIMUM_UNITS = 10;
/** From this share of pairs that agree, and of values that are one and the same level, a low coefficient misleads. */
export const PREVALENCE = 0.8;

export type CoefficientName =
  | 'exact'
  | 'within-one'
  | 'kappa'
  | 'kappa-linear'
  | 'kappa-quadratic'
  | 'alpha-nominal'
  | 'alpha-ordinal'
  | 'alpha-interval';

/** Why a coefficient has no value. */
export type NoValue =
  | 'no unit with two values'
  | 'too few double-scored units'
  | 'no variation'
  | 'needs exactly two raters';

export interface Coefficient {
  name: CoefficientName;
  value: number | null;
  /** Pairs for the two shares, units scored by at least two raters for the rest. */
  n: number;
  /** Middle 95 % of the bootstrap over units; null for the two shares, and where it cannot be had. */
  interval: readonly [number, number] | null;
  why: NoValue | null;
  /** Nearly all values are one level: a low coefficient does not mean that raters disagree. */
  prevalenceTrap: boolean;
  /** For alpha. */
  reading: Reading | null;
}

export interface AlignmentFigure {
  rater: string;
  value: number | null;
  n: number;
}

export interface Agreement {
  raters: readonly string[];
  /** Units with at least one value, and those with at least two. */
  units: number;
  doubleScored: number;
  levels: readonly number[];
  coefficients: readonly Coefficient[];
  /** Each other rater against the baseline rater; empty without one. */
  alignment: readonly AlignmentFigure[];
}

export interface AgreementOptions extends BootstrapOptions {
  minimum?: number;
  /** The rater whose scores are the measure for the others, and the highest level of the scale. */
  baseline?: { rater: string; highest: number };
}

export function agreementOf(ratings: readonly Rating[], options: AgreementOptions = {}): Agreement {
  const all = unitsOf(ratings);
  const units = doubleScored(all);
  const levels = levelsOf(units);
  const raters = ratersOf(all);
  const { baseline } = options;
  return {
    raters,
    units: all.length,
    doubleScored: units.length,
    levels,
    coefficients: coefficientsOf(units, levels, options),
    alignment: baseline
      ? raters
          .filter(rater => rater !== baseline.rater)
          .map(rater => ({ rater, ...alignmentOf(all, rater, baseline.rater, baseline.highest) }))
      : [],
  };
}

function coefficientsOf(
  units: readonly Unit[],
  levels: readonly number[],
  options: AgreementOptions,
): Coefficient[] {
  const twoRaters = ratersOf(units).length === 2;
  const trap = isLopsided(units, levels);
  const why = whyNone(units, levels, options.minimum ?? MINIMUM_UNITS);
  const plain = (name: CoefficientName, distance: number): Coefficient => ({
    name,
    value: agreeing(units, distance),
    n: pairsOf(units).length,
    interval: null,
    why: units.length === 0 ? 'no unit with two values' : null,
    prevalenceTrap: false,
    reading: null,
  });
  const corrected = (
    name: CoefficientName,
    statistic: (units: readonly Unit[]) => number | null,
    blocked: NoValue | null,
    read: (value: number) => Reading | null,
  ): Coefficient => {
    const value = blocked === null ? statistic(units) : null;
    const noValue = value === null ? (blocked ?? 'no variation') : null;
    return {
      name,
      value,
      n: units.length,
      interval:
        value === null ? null : bootstrap([units], ([drawn = []]) => statistic(drawn), options).interval,
      why: noValue,
      prevalenceTrap: value !== null && trap && readingOf(value) === 'do not pool',
      reading: value === null ? null : read(value),
    };
  };
  const kappas = (name: CoefficientName, weights: KappaWeights) =>
    corrected(
      name,
      drawn => kappa(pairsOf(drawn), weights),
      units.length > 0 && !twoRaters ? 'needs exactly two raters' : why,
      () => null,
    );
  const alphas = (name: CoefficientName, metric: AlphaMetric) =>
    corrected(name, drawn => krippendorff(drawn, metric), why, readingOf);
  return [
    plain('exact', 0),
    plain('within-one', 1),
    kappas('kappa', 'none'),
    kappas('kappa-linear', 'linear'),
    kappas('kappa-quadratic', 'quadratic'),
    alphas('alpha-nominal', 'nominal'),
    alphas('alpha-ordinal', 'ordinal'),
    alphas('alpha-interval', 'interval'),
  ];
}

function whyNone(units: readonly Unit[], levels: readonly number[], minimum: number): NoValue | null {
  if (units.length === 0) return 'no unit with two values';
  if (levels.length < 2) return 'no variation';
  return units.length < minimum ? 'too few double-scored units' : null;
}

/** Most pairs agree, and most values are one level. */
function isLopsided(units: readonly Unit[], levels: readonly number[]): boolean {
  const values = units.flatMap(unit => [...unit.values.values()]);
  const most = Math.max(0, ...levels.map(level => values.filter(value => value === level).length));
  return (agreeing(units, 0) ?? 0) >= PREVALENCE && most >= PREVALENCE * values.length;
}
