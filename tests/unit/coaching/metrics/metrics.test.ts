import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekOf } from '#lib/coaching/calendar.ts';
import { acknowledgementRate } from '#lib/coaching/metrics/acknowledgement.ts';
import { adherenceOf } from '#lib/coaching/metrics/adherence.ts';
import { practiceOf } from '#lib/coaching/metrics/figures.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import { coachWeeks, consistency, noveltyFade, recognitionShare } from '#lib/coaching/metrics/frequency.ts';
import { implementationOf, restsOnOwnWord } from '#lib/coaching/metrics/implementation.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { scoreLines } from '#lib/coaching/metrics/scores.ts';
import { median, percentile, share, wilson } from '#lib/coaching/metrics/statistics.ts';
import { stallNumbers } from '#lib/coaching/metrics/structure.ts';
import { processLimits, slope, trendOf } from '#lib/coaching/metrics/trend.ts';
import { weeklyImplementation } from '#lib/coaching/metrics/weekly.ts';
import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Finding } from '#lib/records/kinds/verdict.ts';
import {
  answer,
  CORA,
  commitment,
  DAY,
  evidence,
  HOUR,
  log,
  MONDAY,
  make,
  note,
  noteText,
  ROB,
  ruling,
  verdict,
} from '#testing/records.ts';

describe('shared formulas', () => {
  it.each([
    [3, 4, 0.3, 0.95],
    [15, 20, 0.53, 0.89],
    [0, 10, 0, 0.28],
    [10, 10, 0.72, 1],
  ])('the interval of %i of %i has the expected ends', (k, n, low, high) => {
    expect(wilson(k, n)[0]).toBeCloseTo(low, 2);
    expect(wilson(k, n)[1]).toBeCloseTo(high, 2);
  });

  it('a share below the minimum n has no value, and is never 0 %', () => {
    expect(share(0, 3)).toMatchObject({ value: null, enough: false, k: 0, n: 3 });
    expect(share(0, 0, 0)).toMatchObject({ value: null, enough: false });
    expect(share(0, 5)).toMatchObject({ value: 0, enough: true });
  });

  it('every interval contains its share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
        const k = p * n;
        const [low, high] = wilson(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n + 1e-9);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-9);
      }),
    );
  });

  it('median and nearest rank agree with a brute-force count', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), values => {
        const middle = median(values) ?? Number.NaN;
        const below = values.filter(v => v <= middle).length;
        const above = values.filter(v => v >= middle).length;
        expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(values.length);
        const p90 = percentile(values, 90) ?? Number.NaN;
        const smallest = [...values]
          .sort((a, b) => a - b)
          .find(v => values.filter(w => w <= v).length >= 0.9 * values.length);
        expect(p90).toBe(smallest);
      }),
    );
    expect([median([]), percentile([], 90), median([1, 2]), median([3, 1, 2])]).toEqual([null, null, 1.5, 2]);
  });
});

describe('a person’s own trend', () => {
  const series = [0.5, 0.55, 0.45, 0.6, 0.5, 0.55, 0.5, 0.6];

  it('the worked example has its documented limits and slope, and no signal', () => {
    const limits = processLimits(series);
    expect(limits?.mean).toBeCloseTo(0.5313, 4);
    expect(limits?.movingRange).toBeCloseTo(0.0857, 4);
    expect(limits?.lower).toBeCloseTo(0.3032, 4);
    expect(limits?.upper).toBeCloseTo(0.7593, 4);
    expect(limits?.signal).toBe(false);
    expect(slope(series)).toBeCloseTo(0.0092, 4);
    expect(trendOf(series, [0.4, 0.5])).toMatchObject({ word: 'steady', n: 8 });
    expect(trendOf(series, [0.4, 0.5]).delta).toBeCloseTo(0.5375 - 0.45, 10);
  });

  it('a trend is improving only with a rise and a signal, and has no word below six points', () => {
    expect(trendOf([0.2, 0.21, 0.2, 0.22, 0.21, 0.2, 0.22, 0.9], []).word).toBe('improving');
    expect(trendOf([0.9, 0.91, 0.9, 0.92, 0.91, 0.9, 0.92, 0.1], []).word).toBe('steady');
    expect(trendOf([0.1, 0.5, 0.9], []).word).toBeNull();
    expect(processLimits(series.slice(0, 7))).toBeNull();
  });

  it('a run of eight on one side is a signal, and a gap breaks it', () => {
    const low = [0.3, 0.49, 0.3, 0.49, 0.3, 0.49, 0.3, 0.49];
    const high = [0.51, 0.7, 0.51, 0.7, 0.51, 0.7, 0.51, 0.7];
    expect(processLimits([...low, ...high])?.signal).toBe(true);
    const broken = [
      ...low.slice(0, 4),
      null,
      ...low.slice(4),
      null,
      ...high.slice(0, 4),
      null,
      ...high.slice(4),
    ];
    expect(processLimits(broken)?.signal).toBe(false);
  });

  it('the Theil–Sen slope agrees with the median of all pairs by brute force', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }), { minLength: 2, maxLength: 14 }),
        values => {
          const pairs: number[] = [];
          for (let i = 0; i < values.length; i++) {
            for (let j = i + 1; j < values.length; j++) {
              const a = values[i];
              const b = values[j];
              if (a !== null && a !== undefined && b !== null && b !== undefined)
                pairs.push((b - a) / (j - i));
            }
          }
          const rise = slope(values);
          if (pairs.length === 0) {
            expect(rise).toBeNull();
            return;
          }
          expect(pairs.filter(s => s <= (rise ?? 0) + 1e-12).length * 2).toBeGreaterThanOrEqual(pairs.length);
          expect(pairs.filter(s => s >= (rise ?? 0) - 1e-12).length * 2).toBeGreaterThanOrEqual(pairs.length);
        },
      ),
    );
  });
});

describe('latency', () => {
  it('latency counts from the moment, ignores unknown moments, study and one’s own notes, and takes a wrong clock as 0', () => {
    const records = [
      ...[1, 2, 3, 30].map(h => note({ momentAt: MONDAY - h * HOUR, openedAt: MONDAY - HOUR / 2 })),
      note({ momentAt: MONDAY + HOUR }),
      note({ momentAt: undefined }),
      note({ momentAt: MONDAY - 300 * DAY, purpose: 'study' }),
      note({ momentAt: MONDAY - 9 * DAY }, { by: ROB }),
    ];
    const latency = latencyOf(records, MONDAY, [MONDAY - 2 * DAY, MONDAY - HOUR]);
    expect(latency.onTime).toMatchObject({ k: 4, n: 5, value: 0.8 });
    expect(latency.median.value).toBe(2 * HOUR);
    expect(latency.p90.value).toBe(30 * HOUR);
    expect([latency.unknown.length, latency.skewed.length, latency.waiting]).toEqual([1, 1, 1]);
    expect(latencyOf(records.slice(0, 2), MONDAY).median).toMatchObject({ value: null, n: 2, enough: false });
  });
});

describe('a coach’s weeks', () => {
  const week = weekOf('2026-11-02');
  const active = () => [ROB, 'sam', 'ida'];

  it('a coach’s week counts each person once a day, and never one’s own notes', () => {
    const records = [
      note({}, { at: MONDAY }),
      note({}, { at: MONDAY + 60_000 }),
      note({}, { at: MONDAY + DAY }),
      note({}, { about: 'sam', at: MONDAY }),
      note({}, { about: CORA, at: MONDAY }),
    ];
    expect(coachWeeks(records, CORA, [week, weekOf('2026-11-09')], active)).toMatchObject([
      { frequency: 3, coverage: { k: 2, n: 3 }, twoAWeek: { k: 1, n: 3 } },
      { frequency: 0, coverage: { k: 0, n: 3, value: 0 } },
    ]);
  });

  it('a coach’s weeks show recognition, fading and evenness', () => {
    const kinds = [
      'correction',
      'correction',
      'correction',
      'recognition',
      'recognition',
      'question',
    ] as const;
    expect(
      recognitionShare(
        kinds.map(kind => note({ kind })),
        CORA,
      ),
    ).toMatchObject({ k: 2, n: 5, value: 0.4 });
    expect(noveltyFade([10, 10, 8, 6, 4, 4])).toMatchObject({ value: 0.4, alert: true });
    expect(noveltyFade([10, 10, 8, 6])).toMatchObject({ value: null, alert: false });
    expect(consistency([3, 3, 3, 3]).value).toBe(0);
  });
});

describe('acknowledgement', () => {
  it('acknowledgement leaves notes that are not due yet out of both sides', () => {
    const notes = Array.from({ length: 7 }, (_, i) => note({}, { at: MONDAY + i * HOUR }));
    const records = [
      ...notes,
      ...notes.slice(0, 3).map(n => answer(n, {}, { at: n.createdAt + HOUR })),
      ...notes.slice(3, 4).map(n => answer(n, { answer: 'dispute' }, { at: n.createdAt + 40 * HOUR })),
    ];
    const rate = acknowledgementRate(records, MONDAY + 28.5 * HOUR);
    expect(rate.inTime).toMatchObject({ k: 3, n: 5, value: 0.6 });
    expect(rate.ever).toMatchObject({ k: 4, n: 5 });
    expect(rate).toMatchObject({ open: 2, mix: { accept: 3, discuss: 0, dispute: 1 }, time: { n: 4 } });
  });
});

describe('a look', () => {
  it('counts in no number', () => {
    const sent = [0, 1, 2, 3, 4].map(day => note({}, { at: MONDAY + day * HOUR }));
    const worked = sent.flatMap((one, i) => {
      const made = commitment(one);
      return [one, ...(i < 3 ? [answer(one)] : []), made, evidence(made), verdict(made), log()];
    });
    const looks = sent.flatMap(one => [ROB, CORA].map(by => make('seen', {}, { by, refs: [one.id] })));
    const numbers = (records: Envelope[]) => [
      acknowledgementRate(records, MONDAY + 9 * DAY),
      implementationOf(records, MONDAY, MONDAY + 7 * DAY, MONDAY + 9 * DAY),
      practiceOf(records, ROB, 'next-step', undefined, MONDAY + 2 * DAY),
      latencyOf(records, MONDAY + DAY),
      recognitionShare(records, CORA),
      coachWeeks(records, CORA, [weekOf('2026-11-02')], () => [ROB]),
    ];
    expect(numbers([...worked, ...looks])).toEqual(numbers(worked));
  });
});

describe('implementation', () => {
  const judged = (finding: Finding | null, proof = false) => {
    const made = commitment(note());
    return [made, ...(finding ? [verdict(made, { finding })] : []), ...(proof ? [evidence(made)] : [])];
  };
  const week = [MONDAY, MONDAY + 7 * DAY] as const;

  it('implementation counts “partly” as a half, and leaves “no opportunity” out', () => {
    const findings: Finding[] = [
      'implemented',
      'implemented',
      'implemented',
      'partly',
      'not',
      'noOpportunity',
    ];
    const result = implementationOf(
      findings.flatMap(f => judged(f)),
      ...week,
      MONDAY + 8 * DAY,
    );
    expect(result.rate).toMatchObject({ k: 3.5, n: 5, value: 0.7 });
    expect(result.strict.value).toBe(0.6);
    expect(result.noOpportunity).toBe(1);
  });

  it('implementation agrees with a plain count over any findings', () => {
    const finding = fc.constantFrom<Finding | null>('implemented', 'partly', 'not', 'noOpportunity', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(finding, fc.boolean()), { maxLength: 14 }), items => {
        const records = items.flatMap(([f, proof]) => judged(f, proof));
        const result = implementationOf(records, ...week, MONDAY + 30 * DAY, 1);
        const worth = { implemented: 1, partly: 0.5, not: 0 };
        const counted = items.flatMap(([f]) => (f && f !== 'noOpportunity' ? [worth[f]] : []));
        expect(result.rate.k).toBe(counted.reduce<number>((sum, w) => sum + w, 0));
        expect(result.rate.n).toBe(counted.length);
        expect(result.noVerdict).toBe(items.filter(([f]) => f === null).length);
      }),
      { numRuns: 60 },
    );
  });

  it('a verdict on oneself does not verify but evidence does, and a missing verdict is no finding', () => {
    const own = commitment(note());
    const records = [own, verdict(own, {}, { by: ROB }), ...judged(null), ...judged('implemented', true)];
    const soon = implementationOf(records, ...week, MONDAY + 6 * DAY, 1);
    expect(soon).toMatchObject({
      open: 1,
      noVerdict: 0,
      rate: { n: 2 },
      evidenced: { n: 1 },
      verified: { k: 1, n: 2 },
    });
    expect(soon.transfer).toMatchObject({ k: 1, n: 1 });
    const later = implementationOf(records, ...week, MONDAY + 20 * DAY, 1);
    expect(later).toMatchObject({ open: 0, noVerdict: 1 });
  });

  it('a verdict has the time that the workspace gives it', () => {
    const open = (days: number, within: number) => {
      const now = MONDAY + days * DAY;
      const found = implementationOf([...judged(null)], ...week, now, 1, within);
      const [, inWeek] = weeklyImplementation([...judged(null)], now, 1, undefined, within);
      return [found.open, found.noVerdict, inWeek?.noVerdict];
    };
    expect(open(6, DAY)).toEqual([0, 1, 1]);
    expect(open(6, 7 * DAY)).toEqual([1, 0, 0]);
  });

  it('says which verdicts rest on the person’s own word alone', () => {
    const [first, second] = [commitment(note()), commitment(note())];
    const own = [first, second].map(each => verdict(each, {}, { by: ROB }));
    const records = [first, second, ...own, evidence(second)];
    expect(own.map(each => restsOnOwnWord(each, records))).toEqual([true, false]);
    expect(restsOnOwnWord(verdict(first), records)).toBe(false);
  });

  it('only the last commitment of a chain counts, and the resize is reported', () => {
    const first = commitment(note());
    const second = commitment(first, { resizes: first.id });
    const records = [first, second, verdict(first, { finding: 'not' }), verdict(second)];
    expect(implementationOf(records, ...week, MONDAY + 8 * DAY, 1)).toMatchObject({
      rate: { k: 1, n: 1 },
      resizes: 1,
    });
  });
});

describe('the promises of a week', () => {
  it('are those that were due in it, with what has proof apart from what is said only', () => {
    const due = (days: number) => commitment(note(), { dueAt: MONDAY + days * DAY });
    const [first, second, next] = [due(0), due(6), due(7)];
    const records = [
      first,
      verdict(first, {}, { by: ROB }),
      second,
      evidence(second),
      verdict(second, { finding: 'partly' }),
      next,
      verdict(next, { finding: 'not' }),
    ];
    const weeks = weeklyImplementation(records, MONDAY + 8 * DAY, 2);
    expect(weeks.map(({ week, rate }) => [week, rate.k, rate.n])).toEqual([
      ['2026-10-26', 0, 0],
      ['2026-11-02', 1.5, 2],
      ['2026-11-09', 0, 1],
    ]);
    expect(weeks[0]?.rate.value).toBeNull();
    expect(weeks[1]).toMatchObject({ evidenced: { k: 0.5, n: 1 }, verified: { k: 1, n: 2 } });
    // Weeks that begin on Sunday have the same Sunday in the next one.
    const sunday = { timeZone: 'UTC', weekStart: 0, workdays: [0, 1, 2, 3, 4] };
    expect(weeklyImplementation(records, MONDAY + 8 * DAY, 1, sunday).map(({ rate }) => rate.n)).toEqual([
      1, 2,
    ]);
  });
});

describe('a coach’s follow-up', () => {
  const DANA = 'dana';
  const promised = (by = CORA) => {
    const one = note({}, { by });
    const made = commitment(one);
    return { one, made, records: [one, made] as Envelope[] };
  };
  const followUp = (records: Envelope[], after = 30 * DAY, within = 7 * DAY) =>
    followUpOf(records, CORA, [MONDAY, MONDAY + 7 * DAY], MONDAY + after, 1, within);

  it('counts verdicts in time, out of what answers this coach’s notes', () => {
    const judged = promised();
    const late = promised();
    const missed = promised();
    const records = [
      ...judged.records,
      verdict(judged.made),
      ...late.records,
      verdict(late.made, {}, { at: MONDAY + 20 * DAY }),
      ...missed.records,
    ];
    expect(followUp(records)).toMatchObject({ k: 1, n: 3 });
    expect(followUp(records, 6 * DAY)).toMatchObject({ k: 1, n: 1 });
    expect(followUp(records, 30 * DAY, 20 * DAY)).toMatchObject({ k: 2, n: 3 });
  });

  it('asks nothing for promises to oneself, on a behaviour, or to another coach', () => {
    const ofBehaviour = commitment({ id: 'next-step' });
    const onOwnNote = note({}, { by: ROB });
    const other = promised(DANA);
    const records = [ofBehaviour, onOwnNote, commitment(onOwnNote), ...other.records];
    expect(followUp(records)).toMatchObject({ k: 0, n: 0, value: null });
    expect(followUp([...records, verdict(other.made), verdict(ofBehaviour)])).toMatchObject({ k: 0, n: 0 });
  });

  it('counts a colleague’s verdict neither way, and the person’s own never', () => {
    const one = promised();
    expect(followUp([...one.records, verdict(one.made, {}, { by: DANA })])).toMatchObject({ n: 0 });
    expect(followUp([...one.records, verdict(one.made, {}, { by: ROB })])).toMatchObject({ k: 0, n: 1 });
    const afterwards = verdict(one.made, {}, { by: DANA, at: MONDAY + 20 * DAY });
    expect(followUp([...one.records, afterwards])).toMatchObject({ k: 0, n: 1 });
  });

  it('counts only the last of a chain, and no note that was taken back', () => {
    const first = promised();
    const second = commitment(first.made, { resizes: first.made.id });
    expect(followUp([...first.records, second, verdict(second)])).toMatchObject({ k: 1, n: 1 });
    const gone = make('reply', { sentence: 'Not so.', outcome: 'withdrawn' }, { refs: [first.one.id] });
    expect(followUp([...first.records, gone])).toMatchObject({ n: 0 });
  });
});

describe('adherence', () => {
  const span = ['2026-11-02', '2026-11-08'] as const;
  const of = (records: ReturnType<typeof log>[], measure: Parameters<typeof adherenceOf>[3]) =>
    adherenceOf(records, ROB, 'next-step', measure, ...span, undefined, 1);
  const on = (day: number, body: Parameters<typeof log>[0] = {}, by = ROB) =>
    log({ day: `2026-11-0${day}`, ...body }, { by });

  it('adherence leaves “no opportunity” out, and nothing else at all is not 0 %', () => {
    const none = of([on(2, { result: 'noOpportunity' })], { kind: 'opportunity' });
    expect(none).toMatchObject({ noOpportunity: true, share: { value: null, n: 0 } });
    expect(
      of([on(2), on(3, { result: 'notDone' }), on(4, { result: 'noOpportunity' })], { kind: 'opportunity' })
        .share.value,
    ).toBe(0.5);
  });

  it('what is done once with each of six people is not done with one of them', () => {
    const each = { kind: 'frequency' as const, target: 1, per: 'week' as const, people: 6 };
    expect(of([on(2, { withId: 'ann' })], each).share).toMatchObject({ k: 1, n: 6 });
    const often = [2, 3, 4, 5, 6].map(day => on(day, { withId: 'ann' }));
    expect(of(often, each).share).toMatchObject({ k: 1, n: 6 });
    const all = ['ann', 'ben', 'cem', 'dee', 'eli', 'fay'].map(withId => on(3, { withId }));
    expect(of([...all, ...often], each).share).toMatchObject({ k: 6, n: 6 });
    expect(of([on(3), on(4), on(4, { withId: 'ann' })], each).share).toMatchObject({ k: 3, n: 6 });
    expect(of([on(2, { withId: 'ann', result: 'notDone' })], each).share).toMatchObject({ k: 0, n: 6 });
    expect(of(often, { ...each, target: 2 }).share).toMatchObject({ k: 2, n: 12 });
  });

  it('counts what happened, and never how hard it felt', () => {
    const plain = [on(2), on(3, { result: 'notDone' })];
    const felt = plain.map(each => ({
      ...each,
      body: { ...each.body, effort: 'Very hard, I tried for hours.' },
    }));
    expect(of(felt, { kind: 'opportunity' })).toEqual(of(plain, { kind: 'opportunity' }));
  });

  it('adherence caps a week at its target, and leaves out a partial week', () => {
    const measure = { kind: 'frequency' as const, target: 4, per: 'week' as const };
    expect(
      of(
        [2, 3, 4, 5, 6].map(day => on(day)),
        measure,
      ).share,
    ).toMatchObject({ k: 4, n: 4 });
    expect(of([on(2)], measure).share).toMatchObject({ k: 1, n: 4 });
    expect(adherenceOf([on(2)], ROB, 'next-step', measure, '2026-11-03', '2026-11-08').share.n).toBe(0);
  });

  it('adherence takes minutes and checklists as they are', () => {
    const timed = [30, 60, 90].map((minutes, i) => on(2 + i, { minutes }));
    const result = of(timed, { kind: 'latency', withinMinutes: 60 });
    expect(result.share).toMatchObject({ k: 2, n: 3 });
    expect(result.minutes?.value).toBe(60);
    const tapped = of([...timed, on(5, {})], { kind: 'latency', withinMinutes: 60 });
    expect([tapped.share, tapped.minutes]).toMatchObject([
      { k: 3, n: 4 },
      { value: 60, n: 3 },
    ]);
    const lists = [
      on(2, { items: { done: 3, applicable: 4 } }),
      on(3, { items: { done: 5, applicable: 4 } }),
    ];
    expect(of(lists, { kind: 'checklist' }).share).toMatchObject({ k: 7, n: 8 });
  });

  it('adherence believes the coach before the person and evidence before both, and shows where they differ', () => {
    const own = on(2);
    const coach = on(2, { result: 'notDone' }, CORA);
    expect(of([own, coach], { kind: 'opportunity' })).toMatchObject({
      share: { k: 0, n: 1 },
      disagreement: { k: 1, n: 1 },
    });
    const proof = evidence(own);
    expect(
      adherenceOf([own, coach, proof], ROB, 'next-step', { kind: 'opportunity' }, ...span, undefined, 1).share
        .k,
    ).toBe(1);
  });

  it('adherence counts what rests on the person’s own word alone', () => {
    const [said, proven, seen] = ['2026-11-02', '2026-11-03', '2026-11-04'].map(day => log({ day }));
    if (!said || !proven || !seen) throw new Error('Three entries.');
    const records = [said, proven, seen, log({ day: seen.body.day }, { by: CORA }), evidence(proven)];
    const { unverified } = adherenceOf(
      records,
      ROB,
      'next-step',
      { kind: 'opportunity' },
      '2026-11-01',
      '2026-11-08',
    );
    expect(unverified).toBe(1);
  });

  it('adherence flags logs made days later', () => {
    const late = log({ day: '2026-11-02' }, { at: MONDAY + 3 * DAY });
    expect(of([late, on(2)], { kind: 'opportunity' }).backfilled).toEqual([late.id]);
  });
});

describe('scores over time', () => {
  const card = (version: number, level: number | null, by = CORA) =>
    make(
      'scorecard',
      {
        artifact: noteText.artifact,
        anchor: noteText.anchor,
        rubric: { id: shippedRubric.id, version },
        scores: [{ criterion: 'hook', level }],
      },
      { by },
    );

  it('scores over time have one line for each rater and version, and nothing is joined or pooled', () => {
    const rubrics = [shippedRubric, { ...shippedRubric, version: 2 }];
    const lines = scoreLines(
      [card(1, 3), card(1, null), card(2, 0), card(1, 1, ROB), card(7, 1)],
      ROB,
      rubrics,
    );
    const hook = lines.filter(line => line.criterion === 'hook');
    expect(
      hook.map(({ version, raterId, self, points }) => [version, raterId, self, points.map(p => p.value)]),
    ).toEqual([
      [1, CORA, false, [100, null]],
      [1, ROB, true, [100 / 3]],
      [2, CORA, false, [0]],
    ]);
  });
});

describe('stalls in numbers', () => {
  it('stall numbers count a person’s cycle once, and the time until somebody acted', () => {
    const past = ['a', 'b'].map(key => ({ key, memberId: ROB, cycleId: 'c1', since: MONDAY }));
    const acted = ruling(
      { on: 'stall', key: 'a', diagnosis: 'workload', stallClass: 'personal' },
      { at: MONDAY + HOUR },
    );
    const done = ruling(
      { on: 'stall', key: 'a', resolved: true, diagnosis: 'support' },
      { at: MONDAY + DAY },
    );
    expect(stallNumbers([...past, ...past], 4, [acted, done], 1)).toMatchObject({
      rate: { k: 1, n: 4 },
      toResponse: { value: HOUR, n: 1 },
      toResolve: { value: DAY, n: 1 },
      diagnoses: { support: 1, workload: 0 },
    });
  });
});
