import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/coaching/calendar.ts';
import { adherenceByVersion, adherenceOf } from '#lib/coaching/metrics/adherence.ts';
import { creatorWeek } from '#lib/coaching/metrics/creator-week.ts';
import { escalationDay, missRate } from '#lib/coaching/metrics/discipline.ts';
import { rubricTrends } from '#lib/coaching/metrics/rubric-trend.ts';
import { scoreLines } from '#lib/coaching/metrics/scores.ts';
import { type Series, trendOf } from '#lib/coaching/metrics/trend.ts';
import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { LogResult } from '#lib/records/kinds/log.ts';
import {
  CORA,
  commitment,
  DAY,
  log,
  MONDAY,
  make,
  note,
  noteText,
  ROB,
  ruling,
  verdict,
} from '#testing/records.ts';

const WEEK = '2026-11-02';
const results = fc.constantFrom<LogResult>('done', 'notDone', 'noOpportunity');

describe('adherence, counted a second way', () => {
  const entry = fc.record({
    day: fc.integer({ min: 0, max: 13 }),
    result: results,
    by: fc.constantFrom(ROB, CORA),
  });
  const weekly = { kind: 'frequency', target: 3, per: 'week' } as const;
  it('believes a coach’s entries of a day before the person’s, and pools weeks up to their target', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), entries => {
        const records = entries.map(({ day, result, by }) =>
          log({ result, day: addDays(WEEK, day) }, { by }),
        );
        const believed = entries.filter(
          one => one.by === CORA || !entries.some(other => other.by === CORA && other.day === one.day),
        );
        const done = believed.filter(({ result }) => result === 'done').length;
        const missed = believed.filter(({ result }) => result === 'notDone').length;
        const to = addDays(WEEK, 13);
        const plain = adherenceOf(records, ROB, 'next-step', { kind: 'opportunity' }, WEEK, to, undefined, 1);
        expect(plain.share).toMatchObject({ k: done, n: done + missed });
        let [k, n] = [0, 0];
        for (const week of [0, 1]) {
          const own = believed.filter(({ day }) => Math.floor(day / 7) === week);
          if (own.length > 0 && own.every(({ result }) => result === 'noOpportunity')) continue;
          k += Math.min(3, own.filter(({ result }) => result === 'done').length);
          n += 3;
        }
        expect(adherenceOf(records, ROB, 'next-step', weekly, WEEK, to, undefined, 1).share).toMatchObject({
          k,
          n,
        });
      }),
      { numRuns: 80 },
    );
  });
  it('is two series with a break where the standard changed, and nothing is counted twice', () => {
    const records = [0, 1, 2, 3, 4, 5].map(day =>
      log({ day: addDays(WEEK, day), result: day < 3 ? 'done' : 'notDone' }),
    );
    const measure = { kind: 'opportunity' } as const;
    const pieces = adherenceByVersion(
      records,
      ROB,
      'next-step',
      [
        { from: addDays(WEEK, 3), measure },
        { from: '2026-01-01', measure },
      ],
      [WEEK, addDays(WEEK, 6)],
      undefined,
      1,
    );
    expect(pieces.map(({ from, to, share }) => [from, to, share.k, share.n])).toEqual([
      ['2026-11-02', '2026-11-04', 3, 3],
      ['2026-11-05', '2026-11-08', 0, 3],
    ]);
  });
});

describe('the word for a trend, decided a second way', () => {
  const value = fc.option(
    fc.integer({ min: 0, max: 10 }).map(n => n / 10),
    { nil: null, freq: 6 },
  );
  it('is “improving” only for a rise with a point outside its limits or eight on one side', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 16 }), series => {
        expect(trendOf(series, series.slice(0, 4)).word).toBe(wordByHand(series));
      }),
      { numRuns: 300 },
    );
  });
});

/** From the definition, with loops instead of the product's helpers. */
function wordByHand(series: Series): 'improving' | 'steady' | null {
  const points = series.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (points.length < 6) return null;
  const slopes: number[] = [];
  for (const a of points)
    for (const b of points) if (b.at > a.at) slopes.push((b.value - a.value) / (b.at - a.at));
  slopes.sort((x, y) => x - y);
  const half = slopes.length / 2;
  const middle = (slopes.at(Math.ceil(half) - 1) ?? 0) + (slopes.at(Math.floor(half)) ?? 0);
  if (middle <= 0 || points.length < 8) return 'steady';
  const centre = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const ranges = points.flatMap(({ value, at }) => {
    const next = points.find(other => other.at === at + 1);
    return next ? [Math.abs(next.value - value)] : [];
  });
  if (ranges.length === 0) return 'steady';
  const reach = (2.66 * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  const [low, high] = [Math.max(0, centre - reach), Math.min(1, centre + reach)];
  if (points.some(({ value }) => value < low || value > high)) return 'improving';
  for (let start = 0; start + 8 <= series.length; start++) {
    const run = series.slice(start, start + 8);
    if (
      run.every(each => each !== null && each > centre) ||
      run.every(each => each !== null && each < centre)
    ) {
      return 'improving';
    }
  }
  return 'steady';
}

/** How many of ten were missed, by how many weeks ago. */
const MISSED = [0, 1, 1, 2, 6, 6, 6, 7, 7, 7, 8];

describe('misses and asking for help', () => {
  it('misses are a share of what was spoken for, week by week, and fewer of them improve', () => {
    const records = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].flatMap(weeksAgo =>
      Array.from({ length: 10 }, (_, i) =>
        log({ day: addDays(WEEK, -7 * weeksAgo), result: i < (MISSED[weeksAgo] ?? 0) ? 'notDone' : 'done' }),
      ),
    );
    const { weeks, trend } = missRate(records, ROB, MONDAY, 10);
    expect(weeks.at(-1)).toMatchObject({ week: '2026-10-26', share: { k: 1, n: 10 } });
    expect(weeks[0]).toMatchObject({ share: { k: 8, n: 10 } });
    expect(trend.word).toBe('improving');
    expect(missRate([], ROB, MONDAY, 2).weeks.map(({ share }) => share.value)).toEqual([null, null]);
  });
  it('help was asked for on the median day of the cycle, the first time in each', () => {
    const cycle = (start: number) =>
      make('cycle', { kind: 'full', startAt: MONDAY + start * DAY, endAt: MONDAY + (start + 29) * DAY });
    const on = (day: number) => ruling({ on: 'stall', key: `stall ${day}` }, { at: MONDAY + day * DAY });
    const records = [cycle(0), on(4), on(9), cycle(30), on(32), cycle(60)];
    expect(escalationDay(records, undefined, 1)).toMatchObject({ value: 4, n: 2 });
  });
});

const card = (version: number, level: number | null, { by = CORA, at = MONDAY } = {}) =>
  make(
    'scorecard',
    {
      artifact: noteText.artifact,
      anchor: noteText.anchor,
      rubric: { id: shippedRubric.id, version },
      scores: [{ criterion: 'hook', level }],
    },
    { by, at },
  );

describe('scores as they are drawn', () => {
  const critical = {
    ...shippedRubric,
    criteria: shippedRubric.criteria.map(c => ({ ...c, critical: c.id === 'hook' })),
  };
  const rubrics = [critical, { ...critical, version: 2 }];
  const hooks = (records: Parameters<typeof scoreLines>[0]) =>
    scoreLines(records, ROB, rubrics).filter(({ criterion }) => criterion === 'hook');

  it('have a break at a new version, and each version a trend of its own', () => {
    const lines = hooks([card(1, 1), card(2, 3, { at: MONDAY + DAY }), card(2, 0, { at: MONDAY + 2 * DAY })]);
    const [trend] = rubricTrends(lines);
    expect(trend?.breaks).toEqual([MONDAY + DAY]);
    expect(trend?.pieces.map(({ version, points }) => [version, points.map(({ value }) => value)])).toEqual([
      [1, [100 / 3]],
      [2, [100, 0]],
    ]);
    expect(trend?.pieces[1]?.points.map(({ criticalMiss }) => criticalMiss)).toEqual([false, true]);
  });
  it('flag the whole score where a critical criterion is at its lowest, and do not change it', () => {
    const whole = scoreLines([card(1, 0)], ROB, rubrics).find(({ criterion }) => criterion === 'score');
    expect(whole?.points).toMatchObject([{ value: 0, criticalMiss: true }]);
  });
});

describe('the weekly scorecard of a creator', () => {
  const video = { ...noteText.artifact, kind: 'video' as const };
  it('has exactly its five rows', () => {
    const due = commitment(note(), { dueAt: MONDAY + DAY });
    const next = commitment(note(), { dueAt: MONDAY + 8 * DAY });
    const later = commitment(note(), { dueAt: MONDAY + 9 * DAY });
    const week = creatorWeek(
      [
        card(1, 3),
        card(1, 1),
        card(1, 2, { by: ROB }),
        card(1, 0, { at: MONDAY - 7 * DAY }),
        note({ artifact: video }),
        note({ artifact: video }, { at: MONDAY + DAY }),
        note({ artifact: { ...video, key: 'other' }, kind: 'recognition' }),
        note({ artifact: video }, { by: ROB }),
        note(),
        due,
        verdict(due, { finding: 'partly' }),
        later,
        next,
      ],
      ROB,
      WEEK,
      MONDAY + 6 * DAY,
      [
        { day: WEEK, value: 0.4 },
        { day: addDays(WEEK, 6), value: 0.6 },
        { day: addDays(WEEK, 7), value: 1 },
      ],
    );
    expect(Object.keys(week)).toEqual([
      'hookStrength',
      'averageRetention',
      'editsRequested',
      'implementationRate',
      'goalForNextWeek',
    ]);
    expect(
      week.hookStrength.map(({ raterId, self, value, n }) => [raterId, self, value && Math.round(value), n]),
    ).toEqual([
      [CORA, false, 67, 2],
      [ROB, true, 67, 1],
    ]);
    expect(week.averageRetention).toMatchObject({ value: 0.5, n: 2 });
    expect(week.editsRequested).toMatchObject({ count: 2, works: 2, perWork: { value: 1 } });
    expect(week.implementationRate).toMatchObject({ k: 0.5, n: 1 });
    expect(week.goalForNextWeek?.id).toBe(next.id);
  });
});
