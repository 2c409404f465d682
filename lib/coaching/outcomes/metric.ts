/**
 * What a programme is to move, and the readings of it. Plain data: where it is stored is another matter. A metric has
 * one primary source, so that nobody chooses the friendlier number afterwards (R007).
 */
import type { Day } from '#lib/coaching/calendar.ts';

export const metricKinds = [
  'velocity',
  'cycle time',
  'quality',
  'engagement',
  'retention',
  'attrition',
  'survey',
  'peer feedback',
  'custom',
] as const;
export type MetricKind = (typeof metricKinds)[number];

/** What a metric is of (R087). */
export const pillars = ['behaviour', 'performance', 'people'] as const;
export type Pillar = (typeof pillars)[number];

export interface OutcomeMetric {
  id: string;
  name: string;
  kind: MetricKind;
  pillar: Pillar;
  /** `days`, `€`, `%`. */
  unit: string;
  better: 'higher' | 'lower';
  /** The one place that the readings come from; empty if it is not named yet. */
  primaryDataSource: string;
}

export interface Reading {
  metricId: string;
  day: Day;
  value: number;
  /** Whose work was measured, where it is one person's. */
  personId?: string;
}
