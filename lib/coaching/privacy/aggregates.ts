/** Shares about groups of people, for those who may see aggregates only. */
import { type Share, share } from '#lib/coaching/metrics/statistics.ts';
import { type Cell, minimumPeople, Shown } from './release.ts';

/** How many of how many, for one person in one closed period. */
export interface Contribution extends Cell {
  k: number;
  n: number;
}

export interface Group {
  /** The same for the same figure each time it is asked for: metric, group and periods. */
  id: string;
  contributions: readonly Contribution[];
}

/** A figure that was shown, as it has to be kept: it decides what else may be shown, and stays as it was. */
export interface Kept {
  id: string;
  cells: readonly Cell[];
  share: Share;
}

/** Why there is no share is not said more precisely: a number of people would be a figure of its own. */
export type Aggregate = { id: string; share: Share } | { id: string; share: null; why: 'not enough people' };

export interface Released {
  aggregates: readonly Aggregate[];
  /** All that has been shown by now, to be kept for the next time. */
  kept: readonly Kept[];
}

/**
 * Gives each group's share, or withholds it. The largest groups come first, so that the whole is shown before its parts.
 *
 * What was shown under an id is given again as it was: if somebody's late entry changed it, the difference of two days
 * would be that person's. So ask for closed periods only. Keep what was shown for as long as anybody may remember it,
 * apart for each metric; metrics that share a denominator, such as "in time" and "ever", share what was shown too.
 */
export function aggregate(
  groups: readonly Group[],
  setting?: number,
  before: readonly Kept[] = [],
): Released {
  const shown = new Shown(
    minimumPeople(setting),
    before.map(({ cells }) => cells),
  );
  const kept = new Map(before.map(each => [each.id, each]));
  for (const group of bySize(groups)) {
    if (kept.has(group.id)) continue;
    const counted = group.contributions.filter(({ n }) => n > 0);
    if (!shown.show(counted)) continue;
    kept.set(group.id, {
      id: group.id,
      cells: counted.map(({ personId, period }) => ({ personId, period })),
      share: pooled(counted),
    });
  }
  return {
    aggregates: groups.map(({ id }): Aggregate => {
      const found = kept.get(id);
      return found ? { id, share: found.share } : { id, share: null, why: 'not enough people' };
    }),
    kept: [...kept.values()],
  };
}

/** Counts are pooled: a mean of people's shares would weigh one occasion like a hundred. */
function pooled(contributions: readonly Contribution[]): Share {
  const sum = (pick: (each: Contribution) => number) =>
    contributions.reduce((total, each) => total + pick(each), 0);
  return share(
    sum(({ k }) => k),
    sum(({ n }) => n),
  );
}

/** The order must not depend on the values, or what is withheld would say something about them. */
function bySize(groups: readonly Group[]): Group[] {
  const people = ({ contributions }: Group) =>
    new Set(contributions.filter(({ n }) => n > 0).map(({ personId }) => personId)).size;
  return groups
    .map(group => ({ group, size: people(group) }))
    .sort((a, b) => b.size - a.size || (a.group.id < b.group.id ? -1 : 1))
    .map(({ group }) => group);
}
