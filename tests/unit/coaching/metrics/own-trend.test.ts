import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/coaching/calendar.ts';
import { ownTrend, TREND_WEEKS } from '#lib/coaching/metrics/own-trend.ts';
import type { LogResult } from '#lib/records/kinds/log.ts';
import { DAY, log, MONDAY, ROB } from '#testing/records.ts';

const MEASURE = { kind: 'opportunity' } as const;
const trend = (records: Parameters<typeof ownTrend>[0]) =>
  ownTrend(records, ROB, 'next-step', MEASURE, MONDAY);
const entry = (daysAgo: number, result: LogResult) =>
  log({ result, day: addDays(dayOf(MONDAY), -daysAgo) }, { at: MONDAY - daysAgo * DAY });

describe('my own trend', () => {
  it('my own trend says “not enough” below five occasions, and never 0 %', () => {
    const { lately, trend: line } = trend([entry(1, 'done'), entry(2, 'notDone'), entry(3, 'noOpportunity')]);
    expect(lately).toMatchObject({ value: null, n: 2, enough: false });
    expect(line.word).toBeNull();
  });

  it('my own trend pools the last four weeks, and has gaps where there was no occasion', () => {
    const records = [0, 7, 14, 21].flatMap(days => [entry(days, 'done'), entry(days, 'notDone')]);
    const { lately, weeks } = trend(records);
    expect(lately).toMatchObject({ k: 4, n: 8, value: 0.5 });
    expect(weeks.slice(-4).map(week => week.value)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(weeks.slice(0, -4).every(week => week.value === null)).toBe(true);
    expect(weeks).toHaveLength(TREND_WEEKS);
  });

  it('my own trend is improving only for a change larger than the usual variation', () => {
    const week = (weeksAgo: number, done: number) =>
      Array.from({ length: 10 }, (_, i) => entry(weeksAgo * 7, i < done ? 'done' : 'notDone'));
    const rising = [2, 2, 3, 3, 3, 4, 4, 8, 9, 9].flatMap((done, i) => week(10 - i, done));
    expect(trend(rising).trend.word).toBe('improving');
    const wavering = [5, 6, 5, 4, 5, 6, 5, 5, 4, 5].flatMap((done, i) => week(10 - i, done));
    expect(trend(wavering).trend.word).toBe('steady');
  });

  it('my own trend does not depend on the order of the records or on other records', () => {
    const results = fc.constantFrom<LogResult>('done', 'notDone', 'noOpportunity');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(90), results), { maxLength: 30 }), entries => {
        const records = entries.map(([daysAgo, result]) => entry(daysAgo, result));
        const others = records.map(record => ({
          ...record,
          id: `${record.id}-other`,
          body: { ...record.body, behaviourId: 'another' },
        }));
        expect(trend([...records, ...others].reverse())).toEqual(trend(records));
      }),
      { numRuns: 60 },
    );
  });
});
