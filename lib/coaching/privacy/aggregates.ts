/** Shares about groups of people, for those who may see aggregates only. */
import { type Share, share } from '#lib/coaching/metrics/statistics.ts';
import type { Cell } from './release.ts';
import { type GroupFigure, releaseOnce } from './release-once.ts';

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
  const figures = groups.map(({ id, contributions }) => figureOf(id, contributions));
  const earlier = before.map(({ id, cells, share: value }) => ({ id, cells, value }));
  const kept = releaseOnce(figures, setting, earlier).map(({ id, cells, value }) => ({
    id,
    cells,
    share: value,
  }));
  const shown = new Map(kept.map(each => [each.id, each]));
  return {
    aggregates: groups.map(({ id }): Aggregate => {
      const found = shown.get(id);
      return found ? { id, share: found.share } : { id, share: null, why: 'not enough people' };
    }),
    kept,
  };
}

/** The share of a group, about those who have something to count. */
export function figureOf(id: string, contributions: readonly Contribution[]): GroupFigure<Share> {
  const counted = contributions.filter(({ n }) => n > 0);
  const cells = counted.map(({ personId, period }) => ({ personId, period }));
  return { id, cells, value: pooled(counted) };
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
