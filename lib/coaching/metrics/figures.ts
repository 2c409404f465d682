/**
 * One person's own numbers, for their page and their coach's: each with its n, each compared only with their own past
 * (R078).
 */

import { addDays, type Calendar, DEFAULT_CALENDAR, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import type { Rubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import { isType } from '#lib/records/types.ts';
import { type Adherence, adherenceOf } from './adherence.ts';
import { scoreLines } from './scores.ts';
import { LAST_PERIODS, type Series, type Trend, trendOf } from './trend.ts';

/** How many weeks make a trend. */
export const TREND_WEEKS = 12;

export interface PracticeFigures {
  /** Over the last four weeks, including the current one. */
  adherence: Adherence;
  /** One share for each whole week, oldest first; null if nothing was logged. */
  weeks: Series;
  trend: Trend;
}

/** How one behaviour is going. Without another measure it is counted by opportunity. */
export function practiceOf(
  records: readonly Envelope[],
  memberId: string,
  behaviourId: string,
  measure: Measure | undefined,
  now: number,
  calendar: Calendar = DEFAULT_CALENDAR,
): PracticeFigures {
  const counted = measure ?? { kind: 'opportunity' as const };
  const own = records.filter(
    record =>
      record.type === 'evidence' ||
      (isType(record, 'log') && record.body.behaviourId === behaviourId && subjectOf(record) === memberId),
  );
  const today = dayOf(now, calendar);
  const thisWeek = weekOf(today, calendar);
  const over = (from: string, to: string, minimum?: number) =>
    adherenceOf(own, memberId, behaviourId, counted, from, to, calendar, minimum);
  const logged = new Set(
    own.flatMap(record => (isType(record, 'log') ? [weekOf(record.body.day, calendar)] : [])),
  );
  const weeks = Array.from({ length: TREND_WEEKS }, (_, i) => {
    const week = addDays(thisWeek, -7 * (TREND_WEEKS - i));
    // A week in which nobody looked is a gap, not a zero.
    return logged.has(week) ? over(week, addDays(week, 6), 1).share.value : null;
  });
  return {
    adherence: over(
      addDays(thisWeek, -7 * (LAST_PERIODS - 1)),
      counted.kind === 'frequency' ? addDays(thisWeek, 6) : today,
    ),
    weeks,
    trend: trendOf(weeks, weeks.slice(0, LAST_PERIODS)),
  };
}

export interface ScoreFigures {
  rubricId: string;
  version: number;
  raterId: string;
  self: boolean;
  /** The latest, 0–100. */
  latest: number | null;
  /** All scores as shares, oldest first. */
  points: Series;
  trend: Trend;
}

/** The whole score by each rater on each version of a rubric: separate lines, never joined. */
export function scoresOf(
  records: readonly Envelope[],
  memberId: string,
  rubrics: readonly Rubric[],
): ScoreFigures[] {
  return scoreLines(records, memberId, rubrics)
    .filter(line => line.criterion === 'score')
    .map(({ rubricId, version, raterId, self, points }) => {
      const values = points.map(({ value }) => (value === null ? null : value / 100));
      const latest = points.findLast(({ value }) => value !== null)?.value ?? null;
      return {
        rubricId,
        version,
        raterId,
        self,
        latest,
        points: values,
        trend: trendOf(values, values.slice(0, LAST_PERIODS)),
      };
    });
}
