/** Scores over time: a line for each criterion, rater and version; never joined, never compared. */

import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { type Rubric, scoreOf } from '#lib/coaching/rubrics/rubrics.ts';
import type { Envelope } from '#lib/records/envelope.ts';

export interface ScorePoint {
  recordId: string;
  at: number;
  /** 0–100; null if the criterion did not apply. */
  value: number | null;
  /** A critical criterion was at its lowest level, which the rest of the score cannot make up for. */
  criticalMiss: boolean;
}

export interface ScoreLine {
  /** A criterion's id, or `score` for the whole. */
  criterion: string;
  rubricId: string;
  version: number;
  /** Self and each coach have separate lines. */
  raterId: string;
  self: boolean;
  points: readonly ScorePoint[];
}

/** All lines of one person on one rubric. A new version starts new lines, and the view draws a break. */
export function scoreLines(
  records: readonly Envelope[],
  memberId: string,
  rubrics: readonly Rubric[],
): ScoreLine[] {
  const lines = new Map<string, { line: Omit<ScoreLine, 'points'>; points: ScorePoint[] }>();
  for (const card of ofType(records, 'scorecard')) {
    if (subjectOf(card) !== memberId) continue;
    const { id, version } = card.body.rubric;
    const rubric = rubrics.find(candidate => candidate.id === id && candidate.version === version);
    if (!rubric) continue;
    const result = scoreOf(rubric, card.body.scores);
    const values: [string, number | null][] = [
      ['score', result.score],
      ...rubric.criteria.map((c): [string, number | null] => [c.id, result.criteria[c.id] ?? null]),
    ];
    for (const [criterion, value] of values) {
      const key = JSON.stringify([id, version, card.authorId, criterion]);
      const entry = lines.get(key) ?? {
        line: { criterion, rubricId: id, version, raterId: card.authorId, self: card.authorId === memberId },
        points: [],
      };
      const misses = result.criticalMisses;
      const criticalMiss = criterion === 'score' ? misses.length > 0 : misses.includes(criterion);
      entry.points.push({ recordId: card.id, at: card.createdAt, value, criticalMiss });
      lines.set(key, entry);
    }
  }
  return [...lines.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { line, points }]) => ({ ...line, points }));
}
