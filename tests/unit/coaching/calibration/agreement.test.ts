import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, type CoefficientName } from '#lib/coaching/calibration/agreement.ts';
import { type AlphaMetric, krippendorff, readingOf } from '#lib/coaching/calibration/alpha.ts';
import { kappa } from '#lib/coaching/calibration/kappa.ts';
import { agreeing, alignment } from '#lib/coaching/calibration/percent.ts';
import { pairsOf, type Rating, unitsOf } from '#lib/coaching/calibration/ratings.ts';
import { alphaByPairs, kappaByTable } from './brute-force.ts';

/** One string of digits for each rater, a character for each unit; `*` is no value. */
function rated(...raters: string[]): Rating[] {
  return raters.flatMap((digits, r) =>
    [...digits].map((digit, u) => ({
      unit: `u${String(u).padStart(2, '0')}`,
      rater: `r${r}`,
      value: digit === '*' ? null : Number(digit),
    })),
  );
}
const GAPS = rated('*****34121133*3', '1*213343*******', '**21344*21133*4');
const PAIR = rated('1233254421', '1234244531');
const TRAP = rated('1111111111', '1111111112');
const coefficient = (ratings: readonly Rating[], name: CoefficientName, minimum?: number) => {
  const found = agreementOf(ratings, minimum === undefined ? {} : { minimum }).coefficients.find(
    each => each.name === name,
  );
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe('agreement of raters', () => {
  it.each([
    ['alpha-nominal', 0.691],
    ['alpha-ordinal', 0.807],
    ['alpha-interval', 0.811],
  ] as const)('%s of three raters with gaps is the published %f', (name, value) => {
    expect(coefficient(GAPS, name).value).toBeCloseTo(value, 3);
  });

  it.each([
    ['exact', 0.6],
    ['within-one', 1],
    ['kappa', 0.494],
    ['kappa-linear', 0.726],
    ['kappa-quadratic', 0.88],
    ['alpha-ordinal', 0.903],
  ] as const)('%s of two raters is %f', (name, value) => {
    expect(coefficient(PAIR, name).value).toBeCloseTo(value, 3);
  });

  it('has no value without variation, which is not 1', () => {
    const same = rated('2222222222', '2222222222');
    for (const name of [
      'kappa',
      'kappa-linear',
      'kappa-quadratic',
      'alpha-nominal',
      'alpha-ordinal',
    ] as const) {
      expect(coefficient(same, name)).toMatchObject({ value: null, why: 'no variation', interval: null });
    }
    expect(coefficient(same, 'exact')).toMatchObject({ value: 1, n: 10 });
  });

  it('warns where nearly all values are one level, because 90 % exact is then a coefficient of 0', () => {
    expect(coefficient(TRAP, 'exact').value).toBe(0.9);
    expect(coefficient(TRAP, 'kappa')).toMatchObject({ value: 0, prevalenceTrap: true });
    expect(coefficient(TRAP, 'alpha-nominal')).toMatchObject({
      prevalenceTrap: true,
      reading: 'do not pool',
    });
    expect(coefficient(TRAP, 'alpha-nominal').value).toBeCloseTo(0, 12);
    expect(coefficient(PAIR, 'kappa').prevalenceTrap).toBe(false);
  });

  it('needs ten units that two raters scored, and shows the plain shares below that', () => {
    const few = rated('123325442', '123424453');
    expect(coefficient(few, 'alpha-ordinal')).toMatchObject({
      value: null,
      n: 9,
      why: 'too few double-scored units',
    });
    expect(coefficient(few, 'exact').value).not.toBeNull();
    expect(coefficient(few, 'alpha-ordinal', 9).value).not.toBeNull();
  });

  it('has nothing to say where no unit has two values', () => {
    const apart = rated('12***', '**345');
    expect(coefficient(apart, 'exact')).toMatchObject({ value: null, n: 0, why: 'no unit with two values' });
    expect(coefficient(apart, 'alpha-nominal')).toMatchObject({
      value: null,
      why: 'no unit with two values',
    });
    expect(agreementOf([]).coefficients.every(({ value }) => value === null)).toBe(true);
  });

  it('gives kappa for two raters only, and alpha for any number', () => {
    expect(coefficient(GAPS, 'kappa')).toMatchObject({ value: null, why: 'needs exactly two raters' });
    expect(coefficient(GAPS, 'alpha-nominal').n).toBe(12);
  });

  it('reads alpha at 0.8 and 0.667', () => {
    expect([0.8, 0.799, 0.667, 0.666].map(readingOf)).toEqual([
      'reliable',
      'tentative',
      'tentative',
      'do not pool',
    ]);
  });

  it('has an interval around the value that is the same each time, in whatever order the ratings came', () => {
    const once = agreementOf(GAPS);
    const again = agreementOf([...GAPS].reverse());
    expect(again).toEqual(once);
    const { value, interval } = coefficient(GAPS, 'alpha-ordinal');
    expect(interval?.[0]).toBeLessThan(value ?? 0);
    expect(interval?.[1]).toBeGreaterThan(value ?? 1);
    expect(agreementOf(GAPS, { seed: 7 }).coefficients).not.toEqual(once.coefficients);
  });
});

describe('alignment to a baseline rater', () => {
  it('is 80 % for 10 against 7 of 15', () => {
    expect(alignment(10, 7, 15)).toBeCloseTo(0.8, 12);
    expect(alignment(1, 1, 0)).toBeNull();
  });
  it('compares every other rater, over the units that both scored', () => {
    const { alignment: each } = agreementOf(rated('33*', '303', '**3'), {
      baseline: { rater: 'r0', highest: 3 },
    });
    expect(each).toEqual([
      { rater: 'r1', value: 0.5, n: 2 },
      { rater: 'r2', value: null, n: 0 },
    ]);
  });
});

describe('by a second way of counting', () => {
  const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 4 });
  const anyRatings = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 12 }))
    .chain(([raters, units]) =>
      fc
        .array(value, { minLength: raters * units, maxLength: raters * units })
        .map(values =>
          values.map(
            (given, i): Rating => ({ unit: `u${i % units}`, rater: `r${i % raters}${i}`, value: given }),
          ),
        ),
    );
  it.each<AlphaMetric>(['nominal', 'ordinal', 'interval'])(
    'alpha %s is the same by all pairs of values',
    metric => {
      fc.assert(
        fc.property(anyRatings, ratings => {
          const units = unitsOf(ratings);
          const other = alphaByPairs(
            units.map(unit => [...unit.values.values()]),
            metric,
          );
          const ours = krippendorff(units, metric);
          if (other === null) expect(ours).toBeNull();
          else expect(ours).toBeCloseTo(other, 9);
        }),
      );
    },
  );
  it.each(['none', 'linear', 'quadratic'] as const)('kappa %s is the same by a table of shares', weights => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 25 }), pairs => {
        const other = kappaByTable(pairs, weights);
        const ours = kappa(pairs, weights);
        if (other === null) expect(ours).toBeNull();
        else expect(ours).toBeCloseTo(other, 9);
      }),
    );
  });
  it('the shares count pairs, and nobody is compared with themself', () => {
    fc.assert(
      fc.property(anyRatings, ratings => {
        const units = unitsOf(ratings);
        let [equal, near, all] = [0, 0, 0];
        for (const a of ratings) {
          for (const b of ratings) {
            if (a.unit !== b.unit || a.rater >= b.rater || a.value === null || b.value === null) continue;
            all += 1;
            if (a.value === b.value) equal += 1;
            if (Math.abs(a.value - b.value) <= 1) near += 1;
          }
        }
        expect(pairsOf(units)).toHaveLength(all);
        expect(agreeing(units, 0)).toEqual(all === 0 ? null : equal / all);
        expect(agreeing(units, 1)).toEqual(all === 0 ? null : near / all);
      }),
    );
  });
});
