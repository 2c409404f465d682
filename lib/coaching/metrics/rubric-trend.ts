/**
 * The scores of one criterion by one rater, as they are drawn: a piece for each version of the rubric, never joined.
 * Each coach has a line of their own; lines are pooled only where raters were shown to agree.
 */

import { TENTATIVE } from '#lib/coaching/calibration/alpha.ts';
import type { ScoreLine, ScorePoint } from './scores.ts';
import { LAST_PERIODS, type Trend, trendOf } from './trend.ts';

export interface RubricPiece {
  version: number;
  points: readonly ScorePoint[];
  /** Within this version alone, in shares of the scale. */
  trend: Trend;
}

export interface RubricTrend {
  rubricId: string;
  criterion: string;
  raterId: string;
  self: boolean;
  /** In the order of the versions. */
  pieces: readonly RubricPiece[];
  /** Where the picture has a break: the time of the first score on each further version. */
  breaks: readonly number[];
}

export function rubricTrends(lines: readonly ScoreLine[]): RubricTrend[] {
  const groups = Map.groupBy(lines, ({ rubricId, criterion, raterId }) =>
    JSON.stringify([rubricId, criterion, raterId]),
  );
  return [...groups.values()].flatMap(group => {
    const sorted = [...group].sort((a, b) => a.version - b.version);
    const [first] = sorted;
    if (!first) return [];
    const { rubricId, criterion, raterId, self } = first;
    const pieces = sorted.map(({ version, points }) => ({ version, points, trend: trendOfPoints(points) }));
    const breaks = pieces.slice(1).flatMap(({ points: [point] }) => (point ? [point.at] : []));
    return [{ rubricId, criterion, raterId, self, pieces, breaks }];
  });
}

function trendOfPoints(points: readonly ScorePoint[]): Trend {
  const shares = points.map(({ value }) => (value === null ? null : value / 100));
  return trendOf(shares, shares.slice(0, LAST_PERIODS));
}

/**
 * All coaches' scores of one criterion and version as one series; null unless alpha is known and high enough. Scores of
 * oneself stay apart.
 */
export function pooledPoints(lines: readonly ScoreLine[], alpha: number | null): ScorePoint[] | null {
  const coaches = lines.filter(({ self }) => !self);
  const kinds = new Set(
    coaches.map(({ rubricId, version, criterion }) => `${rubricId} ${version} ${criterion}`),
  );
  const raters = new Set(coaches.map(({ raterId }) => raterId));
  if (kinds.size !== 1) return null;
  if (raters.size > 1 && (alpha === null || alpha < TENTATIVE)) return null;
  return coaches
    .flatMap(({ points }) => points)
    .sort((a, b) => a.at - b.at || (a.recordId < b.recordId ? -1 : 1));
}
