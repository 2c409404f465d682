/** One line of the figures that `npm run figures` prints: what, whose, how many, and over which days. */
import { type Calendar, type Day, dayOf, type Leave } from '#lib/coaching/calendar.ts';
import type { CoachedSince } from '#lib/coaching/metrics/active.ts';
import type { Figure, Share } from '#lib/coaching/metrics/statistics.ts';
import type { Envelope } from '#lib/records/envelope.ts';

export interface ReportInput {
  /** Only what was written up to `now`. */
  records: readonly Envelope[];
  pairings: readonly CoachedSince[];
  /** Who was away when. */
  leave: readonly Leave[];
  /** The days that are looked at, both included. */
  from: Day;
  to: Day;
  /** In ms since 1970. */
  now: number;
  calendar: Calendar;
  minimum: number;
}

export interface ReportRow {
  memberId: string;
  metric: string;
  /** Null below the minimum n. Shares are 0–1; spans are in hours or minutes, as the name says. */
  value: number | string | null;
  /** For a share, how many of n. */
  k?: number;
  n: number;
  interval?: readonly [number, number] | null;
  from: Day;
  to: Day;
  note: string;
}

export type Row = Omit<ReportRow, 'memberId' | 'from' | 'to'> & Partial<Pick<ReportRow, 'from' | 'to'>>;

/** Whether an instant is on one of the days that are looked at. */
export function within({ from, to, calendar }: ReportInput): (instant: number) => boolean {
  return instant => {
    const day = dayOf(instant, calendar);
    return day >= from && day <= to;
  };
}

export function shareRow(metric: string, { value, k, n, interval }: Share, note = ''): Row {
  return { metric, value, k, n, interval, note };
}

/** A figure in ms is given in hours or minutes by `per`, one of the spans of lib/time.ts. */
export function figureRow(metric: string, { value, n }: Figure, per = 1, note = ''): Row {
  return { metric, value: value === null ? null : value / per, n, note };
}

/** Counts that stand beside a figure, without those that are 0. */
export function counts(parts: Readonly<Record<string, number>>): string {
  return Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
