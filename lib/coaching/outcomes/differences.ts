/**
 * Difference in differences: how much more those who took part changed than those who did not. It equals the
 * interaction of the usual regression, and relies on both having gone the same way before.
 */
import { type BootstrapOptions, bootstrap } from '#lib/coaching/metrics/bootstrap.ts';
import { mean } from '#lib/coaching/metrics/statistics.ts';
import { slope } from '#lib/coaching/metrics/trend.ts';
import { COMPOSITION_LIMIT, compositionChange } from './composition.ts';

/** One value of one person in one period. Periods are numbered, such as weeks; a missing one is a gap. */
export interface Observation {
  personId: string;
  period: number;
  value: number;
}

/** All of one person's observations: they are drawn together, because they are not independent. */
export type Person = readonly Observation[];

export const MINIMUM_PRE_PERIODS = 4;
export const MINIMUM_PEOPLE = 5;

export type Refusal =
  | 'too few periods before'
  | 'nothing after'
  | 'too few people who took part'
  | 'too few people to compare with'
  | 'people in both groups'
  | 'the groups changed';

export interface Differences {
  evidence: 'difference in differences';
  /** Null if it is not estimable; `refusals` says why. */
  estimate: number | null;
  standardError: number | null;
  interval: readonly [number, number] | null;
  /** Slope of those who took part minus slope of the others, before the start, for each period: best near 0. */
  slopesBefore: number | null;
  people: { treated: number; control: number };
  periods: { before: number; after: number };
  refusals: readonly Refusal[];
}

/** Periods below `start` are before it. */
export function differencesOf(
  treated: readonly Observation[],
  control: readonly Observation[],
  start: number,
  options: BootstrapOptions = {},
): Differences {
  const groups = [peopleOf(treated), peopleOf(control)];
  const [people, others] = groups.map(group => group.length);
  const refusals = refusalsOf(treated, control, start);
  const estimate = refusals.length > 0 ? null : estimateOf(groups, start);
  const drawn = estimate === null ? null : bootstrap(groups, each => estimateOf(each, start), options);
  const slopes = [treated, control].map(group => slope(seriesBefore(group, start)));
  const [first = null, second = null] = slopes;
  return {
    evidence: 'difference in differences',
    estimate,
    standardError: drawn?.standardError ?? null,
    interval: drawn?.interval ?? null,
    slopesBefore: first === null || second === null ? null : first - second,
    people: { treated: people ?? 0, control: others ?? 0 },
    periods: {
      before: sharedPeriods(treated, control, period => period < start).size,
      after: sharedPeriods(treated, control, period => period >= start).size,
    },
    refusals,
  };
}

/** Groups of people in the order of their ids, so that a seeded interval does not depend on the order of rows. */
export function peopleOf(observations: readonly Observation[]): Person[] {
  return [...Map.groupBy(observations, ({ personId }) => personId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => [...own].sort((a, b) => a.period - b.period || a.value - b.value));
}

/** All observations count the same: means of means would weigh somebody with one reading like one with ten. */
function estimateOf(groups: readonly (readonly Person[])[], start: number): number | null {
  const [treated, control] = groups.map(group => change(group.flat(), start));
  return treated === null || control === null || treated === undefined || control === undefined
    ? null
    : treated - control;
}

function change(observations: readonly Observation[], start: number): number | null {
  const side = (isIn: (period: number) => boolean) =>
    mean(observations.filter(({ period }) => isIn(period)).map(({ value }) => value));
  const [before, after] = [side(period => period < start), side(period => period >= start)];
  return before === null || after === null ? null : after - before;
}

function refusalsOf(
  treated: readonly Observation[],
  control: readonly Observation[],
  start: number,
): Refusal[] {
  const refusals: Refusal[] = [];
  const before = sharedPeriods(treated, control, period => period < start);
  const after = sharedPeriods(treated, control, period => period >= start);
  if (before.size < MINIMUM_PRE_PERIODS) refusals.push('too few periods before');
  if (after.size === 0) refusals.push('nothing after');
  if (peopleOf(treated).length < MINIMUM_PEOPLE) refusals.push('too few people who took part');
  if (peopleOf(control).length < MINIMUM_PEOPLE) refusals.push('too few people to compare with');
  const others = namesIn(control);
  if ([...namesIn(treated)].some(name => others.has(name))) refusals.push('people in both groups');
  if ([treated, control].some(group => hasChanged(group, start))) refusals.push('the groups changed');
  return refusals;
}

function namesIn(observations: readonly Observation[]): Set<string> {
  return new Set(observations.map(({ personId }) => personId));
}

/** More than a fifth of a group's people are only before or only after the start. */
export function hasChanged(group: readonly Observation[], start: number): boolean {
  const before = namesIn(group.filter(({ period }) => period < start));
  const after = namesIn(group.filter(({ period }) => period >= start));
  return (compositionChange(before, after) ?? 0) > COMPOSITION_LIMIT;
}

/** Periods in which both groups have a value. */
export function sharedPeriods(
  one: readonly Observation[],
  other: readonly Observation[],
  isIn: (period: number) => boolean,
): Set<number> {
  const others = new Set(other.map(({ period }) => period));
  return new Set(one.map(({ period }) => period).filter(period => isIn(period) && others.has(period)));
}

/** The group's mean for each period before the start, gaps as null. */
function seriesBefore(group: readonly Observation[], start: number): (number | null)[] {
  const before = group.filter(({ period }) => period < start);
  if (before.length === 0) return [];
  const first = before.reduce((least, { period }) => Math.min(least, period), start);
  return Array.from({ length: start - first }, (_, i) =>
    mean(before.filter(({ period }) => period === first + i).map(({ value }) => value)),
  );
}
