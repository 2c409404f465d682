/** Latency, answers and evenness once more, counted with nothing of what the product counts with. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledgementRate } from '#lib/coaching/metrics/acknowledgement.ts';
import { bootstrap, seededRandom } from '#lib/coaching/metrics/bootstrap.ts';
import { consistency, noveltyFade } from '#lib/coaching/metrics/frequency.ts';
import { latencyOf } from '#lib/coaching/metrics/latency.ts';
import { mean } from '#lib/coaching/metrics/statistics.ts';
import { answer, CORA, DAY, HOUR, MONDAY, make, note, ROB } from '#testing/records.ts';

const hours = fc.integer({ min: -3, max: 60 });
/** When the moment was before the note, when it was answered after it, and what became of it. */
const one = fc.record({
  before: fc.option(hours, { nil: undefined }),
  after: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  study: fc.boolean(),
  own: fc.boolean(),
  withdrawn: fc.boolean(),
});

describe('counted a second way', () => {
  it('latency is the middle, the ninth of ten and the share within a day', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), items => {
        const records = items.flatMap(({ before, study, own, withdrawn }) => {
          const sent = note(
            {
              ...(before === undefined ? {} : { momentAt: MONDAY - before * HOUR }),
              purpose: study ? 'study' : 'feedback',
            },
            { about: own ? CORA : ROB },
          );
          const reply = make('reply', { outcome: 'withdrawn', sentence: 'No.' }, { refs: [sent.id] });
          return withdrawn ? [sent, reply] : [sent];
        });
        const taken = items
          .flatMap(({ before, study, own, withdrawn }) =>
            before === undefined || study || own || withdrawn ? [] : [Math.max(0, before)],
          )
          .sort((a, b) => a - b);
        const { median, p90, onTime } = latencyOf(records, MONDAY + DAY, [], 1);
        expect(onTime).toMatchObject({ k: taken.filter(each => each <= 24).length, n: taken.length });
        if (taken.length === 0) {
          expect(median.value).toBeNull();
          return;
        }
        const half = taken.length / 2;
        const middle = Number.isInteger(half)
          ? ((taken[half - 1] ?? 0) + (taken[half] ?? 0)) / 2
          : (taken[Math.floor(half)] ?? 0);
        expect(median.value).toBe(middle * HOUR);
        const ninth = taken.find((_, i) => (i + 1) / taken.length >= 0.9);
        expect(p90.value).toBe((ninth ?? 0) * HOUR);
      }),
      { numRuns: 80 },
    );
  });

  it('answers are in time, late, missing or not due yet', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), fc.integer({ min: 0, max: 60 }), (items, since) => {
        const records = items.flatMap(({ after, own, withdrawn }) => {
          const sent = note({}, { about: own ? CORA : ROB });
          const answered = after !== undefined && after <= since && !own;
          const reply = make('reply', { outcome: 'withdrawn', sentence: 'No.' }, { refs: [sent.id] });
          return [
            sent,
            ...(answered ? [answer(sent, {}, { at: MONDAY + after * HOUR })] : []),
            ...(withdrawn ? [reply] : []),
          ];
        });
        let [inTime, ever, settled, open] = [0, 0, 0, 0];
        for (const { after, own, withdrawn } of items) {
          if (own) continue;
          const answered = after !== undefined && after <= since;
          if (withdrawn && !answered) continue;
          if (answered) ever += 1;
          if (answered && after <= 24) inTime += 1;
          if (answered || since > 24) settled += 1;
          else open += 1;
        }
        const rate = acknowledgementRate(records, MONDAY + since * HOUR, undefined, 1);
        expect(rate.inTime).toMatchObject({ k: inTime, n: settled });
        expect(rate.ever).toMatchObject({ k: ever, n: settled });
        expect(rate.open).toBe(open);
      }),
      { numRuns: 80 },
    );
  });

  it('fading and evenness follow from their formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 6, maxLength: 10 }), weekly => {
        const [a = 0, b = 0, , , e = 0, f = 0] = weekly;
        expect(noveltyFade(weekly).value).toEqual(a + b === 0 ? null : (e + f) / 2 / ((a + b) / 2));
        const n = weekly.length;
        const sum = weekly.reduce((total, each) => total + each, 0);
        const squares = weekly.reduce((total, each) => total + each * each, 0);
        const deviation = Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1)));
        const { value } = consistency(weekly);
        if (sum === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(deviation / (sum / n), 6);
      }),
    );
  });
});

describe('an interval by drawing again', () => {
  it('has the spread that theory gives for a mean', () => {
    const values = Array.from({ length: 100 }, (_, i) => i);
    const { standardError, interval, defined } = bootstrap([values], ([drawn = []]) => mean(drawn), {
      seed: 3,
    });
    expect(defined).toBe(1000);
    // √(Σ(x − x̄)² / n) / √n is 2.887.
    expect(standardError).toBeGreaterThan(2.6);
    expect(standardError).toBeLessThan(3.2);
    expect(interval?.[0]).toBeGreaterThan(49.5 - 7);
    expect(interval?.[1]).toBeLessThan(49.5 + 7);
  });
  it('is none where most resamples have no value', () => {
    let turn = 0;
    const sometimes = () => (turn++ % 3 === 0 ? 1 : null);
    expect(bootstrap([[1, 2]], sometimes)).toMatchObject({ interval: null, standardError: null });
    expect(bootstrap<number>([[]], () => null).defined).toBe(0);
  });
  it('draws the same for the same seed, evenly between 0 and 1', () => {
    const [a, b] = [seededRandom(1), seededRandom(1)];
    const drawn = Array.from({ length: 2000 }, () => a());
    expect(drawn).toEqual(Array.from({ length: 2000 }, () => b()));
    expect(drawn.every(each => each >= 0 && each < 1)).toBe(true);
    expect(Math.abs((mean(drawn) ?? 0) - 0.5)).toBeLessThan(0.03);
  });
});
