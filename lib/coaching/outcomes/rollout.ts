/**
 * A phased rollout: people begin one group after the other, and those who have not begun yet are the comparison. The
 * effect is computed for each group and period apart and then averaged, because one regression over all of them misleads
 * when starts differ.
 */
import { type BootstrapOptions, bootstrap } from '#lib/coaching/metrics/bootstrap.ts';
import { mean } from '#lib/coaching/metrics/statistics.ts';
import {
  hasChanged,
  MINIMUM_PEOPLE,
  MINIMUM_PRE_PERIODS,
  type Observation,
  type Person,
  peopleOf,
} from './differences.ts';

export interface CohortEffect {
  /** The period in which the group began, and the one that the effect is for. */
  start: number;
  period: number;
  effect: number;
  /** People of the group, and people not begun yet, with a value in that period. */
  treated: number;
  control: number;
}

export interface Rollout {
  evidence: 'phased rollout';
  /** The mean effect, weighted by the people it was seen on; null if no group can be compared. */
  estimate: number | null;
  standardError: number | null;
  interval: readonly [number, number] | null;
  effects: readonly CohortEffect[];
  /** Groups that could not be used, with the reason. */
  left: readonly {
    start: number;
    why: 'too few people' | 'too few periods before' | 'the group changed' | 'nobody to compare with';
  }[];
}

/** `startOf`: the period in which a person began; null for somebody who has not. */
export function rolloutOf(
  observations: readonly Observation[],
  startOf: (personId: string) => number | null,
  options: BootstrapOptions = {},
): Rollout {
  const cohorts = Map.groupBy(peopleOf(observations), person => startOf(person[0]?.personId ?? ''));
  const starts = [...cohorts.keys()].filter(start => start !== null).sort((a, b) => a - b);
  const left: Rollout['left'][number][] = [];
  const usable: number[] = [];
  for (const start of starts) {
    const why = whyNot(cohorts.get(start) ?? [], start);
    if (why) left.push({ start, why });
    else usable.push(start);
  }
  const keys = [...cohorts.keys()].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const groups = keys.map(key => cohorts.get(key) ?? []);
  const effectsIn = (drawn: readonly (readonly Person[])[], least: number) =>
    usable.flatMap(start => effectsOf(start, keys, drawn, least));
  const effects = effectsIn(groups, MINIMUM_PEOPLE);
  for (const start of usable) {
    if (!effects.some(effect => effect.start === start)) left.push({ start, why: 'nobody to compare with' });
  }
  const estimate = average(effects);
  const seen = new Set(effects.map(({ start, period }) => `${start} ${period}`));
  const drawn =
    estimate === null
      ? null
      : bootstrap(
          groups,
          each => average(effectsIn(each, 1).filter(({ start, period }) => seen.has(`${start} ${period}`))),
          options,
        );
  return {
    evidence: 'phased rollout',
    estimate,
    standardError: drawn?.standardError ?? null,
    interval: drawn?.interval ?? null,
    effects,
    left: left.sort((a, b) => a.start - b.start),
  };
}

function whyNot(cohort: readonly Person[], start: number): Rollout['left'][number]['why'] | undefined {
  const all = cohort.flat();
  if (cohort.length < MINIMUM_PEOPLE) return 'too few people';
  const before = new Set(all.filter(({ period }) => period < start).map(({ period }) => period));
  if (before.size < MINIMUM_PRE_PERIODS) return 'too few periods before';
  return hasChanged(all, start) ? 'the group changed' : undefined;
}

/** One effect for each period since the start in which at least `least` people of both sides have a value. */
function effectsOf(
  start: number,
  keys: readonly (number | null)[],
  groups: readonly (readonly Person[])[],
  least: number,
): CohortEffect[] {
  const cohort = groups[keys.indexOf(start)] ?? [];
  const periods = new Set(
    cohort
      .flat()
      .map(({ period }) => period)
      .filter(period => period >= start),
  );
  return [...periods]
    .sort((a, b) => a - b)
    .flatMap((period): CohortEffect[] => {
      const waiting = groups.filter((_, i) => (keys[i] ?? Infinity) > period).flat();
      const [own, others] = [changeAt(cohort, start, period), changeAt(waiting, start, period)];
      if (own === null || others === null || own.people < least || others.people < least) return [];
      const effect = own.change - others.change;
      return [{ start, period, effect, treated: own.people, control: others.people }];
    });
}

/** The mean in a period minus the mean of all periods before the start, with how many people have a value in it. */
function changeAt(
  people: readonly Person[],
  start: number,
  at: number,
): { change: number; people: number } | null {
  const all = people.flat();
  const before = mean(all.filter(({ period }) => period < start).map(({ value }) => value));
  const now = mean(all.filter(({ period }) => period === at).map(({ value }) => value));
  if (before === null || now === null) return null;
  return {
    change: now - before,
    people: people.filter(own => own.some(({ period }) => period === at)).length,
  };
}

function average(effects: readonly CohortEffect[]): number | null {
  const weights = effects.reduce((sum, { treated }) => sum + treated, 0);
  return weights === 0
    ? null
    : effects.reduce((sum, { effect, treated }) => sum + effect * treated, 0) / weights;
}
