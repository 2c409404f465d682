import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, type Observation } from '#lib/coaching/outcomes/differences.ts';
import { EVIDENCE } from '#lib/coaching/outcomes/evidence.ts';
import { rolloutOf } from '#lib/coaching/outcomes/rollout.ts';

const QUICK = { resamples: 50 };

/** The same people in every period from 0, with a value each. */
function panel(
  prefix: string,
  people: number,
  periods: number,
  value: (person: number, period: number) => number,
) {
  return Array.from({ length: people }, (_, person) =>
    Array.from(
      { length: periods },
      (_, period): Observation => ({ personId: `${prefix}${person}`, period, value: value(person, period) }),
    ),
  ).flat();
}
const treated = panel('t', 5, 8, (_, period) => (period < 4 ? 0.52 : 0.74));
const control = panel('c', 5, 8, (_, period) => (period < 4 ? 0.5 : 0.58));

describe('difference in differences', () => {
  it('is 0.14 for .52 to .74 against .50 to .58', () => {
    const found = differencesOf(treated, control, 4);
    expect(found.estimate).toBeCloseTo(0.14, 12);
    expect(found).toMatchObject({
      people: { treated: 5, control: 5 },
      periods: { before: 4, after: 4 },
      refusals: [],
      slopesBefore: 0,
    });
    expect(found.interval?.[0]).toBeCloseTo(0.14, 12);
    expect(found.standardError).toBeCloseTo(0, 12);
  });

  it('shows how much the slopes differed before', () => {
    const rising = panel('t', 5, 8, (_, period) => period / 10);
    expect(differencesOf(rising, control, 4, QUICK).slopesBefore).toBeCloseTo(0.1, 12);
  });

  it.each([
    ['too few periods before', treated.filter(({ period }) => period > 0), control],
    ['nothing after', treated.filter(({ period }) => period < 4), control],
    ['too few people who took part', treated.filter(({ personId }) => personId !== 't0'), control],
    ['too few people to compare with', treated, control.filter(({ personId }) => personId !== 'c0')],
    ['people in both groups', treated, panel('t', 5, 8, () => 1)],
  ] as const)('is not estimable with %s', (refusal, one, other) => {
    const found = differencesOf(one, other, 4, QUICK);
    expect(found).toMatchObject({ estimate: null, interval: null, standardError: null });
    expect(found.refusals).toContain(refusal);
  });

  it('is not estimable where more than a fifth of a group was exchanged', () => {
    const ten = panel('t', 10, 8, () => 1);
    const leaving = (count: number) =>
      ten.filter(({ personId, period }) => period < 4 || Number(personId.slice(1)) >= count);
    expect(differencesOf(leaving(2), control, 4, QUICK).refusals).toEqual([]);
    expect(differencesOf(leaving(3), control, 4, QUICK).refusals).toEqual(['the groups changed']);
  });

  it('draws people and not their values, so that it is less sure where people differ', () => {
    const people = panel('t', 6, 8, (person, period) => (period < 4 ? 0 : person));
    const { standardError, interval, estimate } = differencesOf(people, control, 4);
    // Six people with effects of 0 to 5: the standard deviation of their mean is 1.71 / √6.
    expect(standardError).toBeGreaterThan(0.55);
    expect(standardError).toBeLessThan(0.85);
    expect(interval?.[0]).toBeLessThan(estimate ?? 0);
    expect(interval?.[1]).toBeGreaterThan(estimate ?? 0);
  });

  it('is the interaction of the regression, and the same in whatever order', () => {
    const value = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 80, maxLength: 80 }), values => {
        const one = panel('t', 5, 8, (person, period) => values[person * 8 + period] ?? 0);
        const other = panel('c', 5, 8, (person, period) => values[40 + person * 8 + period] ?? 0);
        const found = differencesOf(one, other, 4, QUICK);
        expect(found.estimate).toBeCloseTo(interaction(one, other, 4), 6);
        expect(differencesOf([...one].reverse(), [...other].reverse(), 4, QUICK)).toEqual(found);
      }),
      { numRuns: 25 },
    );
  });
});

/** β₃ of y = α + β₁ Treat + β₂ Post + β₃ Treat·Post, by the normal equations. */
function interaction(one: readonly Observation[], other: readonly Observation[], start: number): number {
  const rows = [
    ...one.map(each => ({ ...each, treat: 1 })),
    ...other.map(each => ({ ...each, treat: 0 })),
  ].map(({ treat, period, value }) => {
    const post = period >= start ? 1 : 0;
    return { x: [1, treat, post, treat * post], y: value };
  });
  const size = 4;
  const matrix = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) =>
      rows.reduce((sum, { x }) => sum + (x[i] ?? 0) * (x[j] ?? 0), 0),
    ),
    rows.reduce((sum, { x, y }) => sum + (x[i] ?? 0) * y, 0),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    const best = matrix.findIndex((row, i) => i >= pivot && Math.abs(row[pivot] ?? 0) > 1e-9);
    const [chosen, top] = [matrix[best] ?? [], matrix[pivot] ?? []];
    matrix[best] = top;
    const scaled = chosen.map(cell => cell / (chosen[pivot] ?? 1));
    matrix[pivot] = scaled;
    for (const [i, row] of matrix.entries()) {
      if (i !== pivot) matrix[i] = row.map((cell, j) => cell - (row[pivot] ?? 0) * (scaled[j] ?? 0));
    }
  }
  return matrix[3]?.[4] ?? Number.NaN;
}

describe('a phased rollout', () => {
  const STARTS: Readonly<Record<string, number>> = { a: 4, b: 6 };
  const startOf = (personId: string) => STARTS[personId[0] ?? ''] ?? null;
  const lift = (personId: string, period: number, by: number) => {
    const start = startOf(personId);
    return start !== null && period >= start ? by : 0;
  };
  const everybody = ['a', 'b', 'n'].flatMap(prefix =>
    panel(
      prefix,
      5,
      8,
      (person, period) => person + period / 2 + lift(`${prefix}${person}`, period, prefix === 'a' ? 3 : 1),
    ),
  );

  it('compares each group with those who have not begun yet, and averages over what it was seen on', () => {
    const found = rolloutOf(everybody, startOf, QUICK);
    expect(
      found.effects.map(({ start, period, effect, treated: n, control: of }) => [
        start,
        period,
        effect,
        n,
        of,
      ]),
    ).toEqual([
      [4, 4, 3, 5, 10],
      [4, 5, 3, 5, 10],
      [4, 6, 3, 5, 5],
      [4, 7, 3, 5, 5],
      [6, 6, 1, 5, 5],
      [6, 7, 1, 5, 5],
    ]);
    expect(found.estimate).toBeCloseTo((4 * 3 + 2 * 1) / 6, 12);
    expect(found.left).toEqual([]);
  });

  it('has the last group out where nobody is left to compare it with, and says so', () => {
    const found = rolloutOf(
      everybody.filter(({ personId }) => !personId.startsWith('n')),
      startOf,
      QUICK,
    );
    expect(found.effects.map(({ start, period }) => [start, period])).toEqual([
      [4, 4],
      [4, 5],
    ]);
    expect(found.left).toEqual([{ start: 6, why: 'nobody to compare with' }]);
  });

  it('leaves out a group that is too small, began too soon or changed', () => {
    const without = (isOut: (each: Observation) => boolean) =>
      rolloutOf(
        everybody.filter(each => !isOut(each)),
        startOf,
        QUICK,
      ).left;
    expect(without(({ personId }) => personId === 'a0')).toContainEqual({ start: 4, why: 'too few people' });
    expect(without(({ period }) => period === 0)).toContainEqual({ start: 4, why: 'too few periods before' });
    const leftEarly = ({ personId, period }: Observation) => /^a[01]/.test(personId) && period >= 4;
    expect(without(leftEarly)).toContainEqual({ start: 4, why: 'the group changed' });
    expect(rolloutOf([], startOf, QUICK)).toMatchObject({ estimate: null, interval: null });
  });

  it('with one start it is the plain difference in differences', () => {
    const value = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 80, maxLength: 80 }), values => {
        const one = panel('a', 5, 8, (person, period) => values[person * 8 + period] ?? 0);
        const other = panel('n', 5, 8, (person, period) => values[40 + person * 8 + period] ?? 0);
        expect(rolloutOf([...one, ...other], startOf, { resamples: 2 }).estimate).toBeCloseTo(
          differencesOf(one, other, 4, { resamples: 2 }).estimate ?? Number.NaN,
          9,
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('the kind of evidence', () => {
  it('never speaks of a cause', () => {
    for (const { says, doubt } of Object.values(EVIDENCE))
      expect(`${says} ${doubt}`).not.toMatch(/caus|because of|due to/i);
    expect(EVIDENCE['before and after'].compared).toBe(false);
  });
});
