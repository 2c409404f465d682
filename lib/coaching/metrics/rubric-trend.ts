/**
 * The scores of one criterion by one rater, as they are drawn: a piece for each version of the rubric, never joined.
 * Each coach has a line of their own.
 */

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
