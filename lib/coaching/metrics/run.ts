/**
 * One person's weeks as a run chart: what is drawn of them, and from how many weeks on. The lines say what is usual for
 * that person, so that an ordinary week is not taken for news (R078).
 */
import type { Day } from '#lib/coaching/calendar.ts';
import type { WeekOfPractice } from './own-trend.ts';
import { mean, median } from './statistics.ts';
import { LAST_PERIODS, POINTS_FOR_A_WORD, type Trend, trendOf } from './trend.ts';

export interface RunPoint extends WeekOfPractice {
  /** The week is not over yet: it is drawn, and counts for nothing else. */
  open: boolean;
  /** Beyond the limits of what is usual. */
  outside: boolean;
}

export interface Run {
  /** Oldest first, from the first week with a value on. */
  points: readonly RunPoint[];
  /** Whole weeks with a value. */
  n: number;
  /** Below this the weeks are dots without lines, and no word is used. */
  enough: boolean;
  median: number | null;
  /** The mean of the first weeks, and the weeks it was taken from. */
  baseline: { value: number; from: Day; to: Day } | null;
  trend: Trend;
}

/** `weeks`, oldest first; the last one is the current one. Shares from 0 to 1. */
export function runOf(weeks: readonly WeekOfPractice[]): Run {
  const first = weeks.findIndex(({ value }) => value !== null);
  const begun = first < 0 ? [] : weeks.slice(first);
  const whole = begun.slice(0, -1);
  const values = whole.map(({ value }) => value);
  const trend = trendOf(values, values.slice(0, LAST_PERIODS));
  const enough = trend.n >= POINTS_FOR_A_WORD;
  const known = values.filter(value => value !== null);
  return {
    points: begun.map((week, i) => {
      const open = i === begun.length - 1;
      return { ...week, open, outside: !open && isOutside(week.value, trend) };
    }),
    n: trend.n,
    enough,
    median: enough ? median(known) : null,
    baseline: enough ? baselineOf(whole.slice(0, LAST_PERIODS)) : null,
    trend,
  };
}

function isOutside(value: number | null, { limits }: Trend): boolean {
  return value !== null && limits !== null && (value < limits.lower || value > limits.upper);
}

function baselineOf(weeks: readonly WeekOfPractice[]): Run['baseline'] {
  const value = mean(weeks.flatMap(week => (week.value === null ? [] : [week.value])));
  const [from, to] = [weeks[0]?.week, weeks.at(-1)?.week];
  return value === null || from === undefined || to === undefined ? null : { value, from, to };
}
