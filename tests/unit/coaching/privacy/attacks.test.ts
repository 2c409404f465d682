/**
 * Tries to get at fewer people than the minimum from what was shown, with everything that adding and subtracting can do.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, type Contribution, type Group, type Kept } from '#lib/coaching/privacy/aggregates.ts';
import { type Cell, minimumPeople, Shown } from '#lib/coaching/privacy/release.ts';

const person = (i: number) => `p${i}`;
const part = (i: number, period = 'w1', k = 1, n = 2): Contribution => ({
  personId: person(i),
  period,
  k,
  n,
});
const people = (from: number, to: number, period?: string) =>
  Array.from({ length: to - from }, (_, i) => part(from + i, period));
const group = (id: string, contributions: Contribution[]): Group => ({ id, contributions });
const shownIds = (groups: Group[], setting?: number, before: readonly Kept[] = []) =>
  aggregate(groups, setting, before).aggregates.flatMap(({ id, share }) => (share === null ? [] : [id]));

describe('a figure for those who may not see the records', () => {
  it('is about at least five people, each of whom has something to count', () => {
    expect(shownIds([group('four', people(0, 4)), group('five', people(10, 15))])).toEqual(['five']);
    const idle = { ...part(4), k: 0, n: 0 };
    expect(shownIds([group('four and one idle', [...people(0, 4), idle])])).toEqual([]);
    const busy = Array.from({ length: 9 }, (_, i) => part(0, `w${i}`));
    expect(shownIds([group('one person often', busy)])).toEqual([]);
  });
  it('pools counts, and says nothing of a group that is withheld', () => {
    const uneven = [part(0, 'w1', 0, 100), ...people(1, 5).map(each => ({ ...each, k: 1, n: 1 }))];
    const { aggregates } = aggregate([group('a', uneven), group('b', people(20, 22))]);
    expect(aggregates[0]?.share).toMatchObject({ k: 4, n: 104 });
    expect(aggregates[1]).toEqual({ id: 'b', share: null, why: 'not enough people' });
  });
  it('has a minimum that a workspace can choose, but not below three', () => {
    expect([undefined, 8, 3, 2, 0, -1, 3.2, Number.NaN].map(minimumPeople)).toEqual([5, 8, 3, 3, 3, 3, 4, 5]);
    expect(shownIds([group('three', people(0, 3))], 1)).toEqual(['three']);
    expect(shownIds([group('two', people(0, 2))], 1)).toEqual([]);
  });
});

describe('the difference of two figures', () => {
  it('the whole minus all but one group does not give a small group', () => {
    const all = [
      group('all', people(0, 15)),
      group('a', people(0, 6)),
      group('b', people(6, 12)),
      group('c', people(12, 15)),
    ];
    // With the whole, a and b shown, c would be what is left: so one of the two is withheld too.
    expect(shownIds(all)).toEqual(['all', 'a']);
  });
  it('a group with one person more or less, or one exchanged, is not shown beside it', () => {
    expect(shownIds([group('with', people(0, 9)), group('without', people(0, 8))])).toEqual(['with']);
    expect(shownIds([group('a', people(0, 8)), group('exchanged', people(1, 9))])).toEqual(['a']);
    expect(shownIds([group('a', people(0, 10)), group('half', people(0, 5))])).toEqual(['a', 'half']);
  });
  it('two days on which the group differs by one person do not give that person', () => {
    const monday = aggregate([group('all|monday', people(0, 9))]);
    const joined = group('all|tuesday', people(0, 10));
    expect(shownIds([joined], 5, monday.kept)).toEqual([]);
    const left = group('all|tuesday', people(0, 8));
    expect(shownIds([left], 5, monday.kept)).toEqual([]);
    const same = group('all|tuesday', people(0, 9));
    expect(shownIds([same], 5, monday.kept)).toEqual(['all|tuesday']);
  });
  it('a longer window minus a shorter one does not give a week in which one person did anything', () => {
    const first = people(0, 8, 'w1');
    const groups = [group('w1', first), group('w1 and w2', [...first, part(0, 'w2')])];
    expect(shownIds(groups)).toHaveLength(1);
    const second = people(0, 5, 'w2');
    expect(shownIds([group('w1', first), group('w1 and w2', [...first, ...second])])).toHaveLength(2);
  });
  it('a late entry does not show in a figure that was given before', () => {
    const { kept } = aggregate([group('w1', people(0, 5))]);
    const late = [...people(0, 4), { ...part(4), k: 2 }];
    expect(aggregate([group('w1', late)], 5, kept).aggregates[0]?.share).toMatchObject({ k: 5, n: 10 });
  });
  it('a minimum that was raised later takes nothing apart further, and repeats what was shown', () => {
    const { kept } = aggregate([group('all', people(0, 9)), group('three', people(0, 3))], 3);
    expect(kept).toHaveLength(2);
    expect(shownIds([group('three', people(0, 3)), group('others', people(3, 6))], 5, kept)).toEqual([
      'three',
    ]);
  });
});

describe('an attacker with all figures of any groups, days and windows', () => {
  const PEOPLE = 7;
  const PERIODS = ['w1', 'w2'];
  const cells: Cell[] = PERIODS.flatMap(period =>
    Array.from({ length: PEOPLE }, (_, i) => ({ personId: person(i), period })),
  );
  const anyFigure = fc.subarray(cells, { minLength: 1 });

  it('cannot make anything that is about fewer than the minimum', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 10 }), fc.constantFrom(3, 4, 5), (figures, minimum) => {
        const shown = new Shown(minimum);
        const released = figures.filter(figure => shown.show(figure));
        for (const few of fewerThan(minimum)) expect(canGetAt(few, released)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('can where figures are shown by their size alone, so this attack does find something', () => {
    const all = cells.filter(({ period }) => period === 'w1');
    expect(canGetAt(new Set([person(0)]), [all, all.slice(1)])).toBe(true);
    // Nobody is in the difference of any two of these, but the sum of two minus the third.
    const [a, b, c] = [all.slice(0, 4), all.slice(3, 7), all];
    expect(canGetAt(new Set([person(3)]), [a, b, c])).toBe(true);
  });

  /** Every set of fewer people than the minimum, the largest only: the smaller ones are within these. */
  function fewerThan(minimum: number): Set<string>[] {
    const sets: Set<string>[] = [];
    for (let bits = 1; bits < 2 ** PEOPLE; bits++) {
      const chosen = Array.from({ length: PEOPLE }, (_, i) => i).filter(i => bits & (1 << i));
      if (chosen.length === minimum - 1) sets.push(new Set(chosen.map(person)));
    }
    return sets;
  }

  /**
   * Is there a combination of the figures in which only these people are left? Eliminates the cells of all others
   * first, in whole numbers modulo a prime; any row that is left over then is about these people alone.
   */
  function canGetAt(few: ReadonlySet<string>, figures: readonly (readonly Cell[])[]): boolean {
    const PRIME = 1_000_003;
    const others = cells.filter(({ personId }) => !few.has(personId));
    const own = cells.filter(({ personId }) => few.has(personId));
    const columns = [...others, ...own];
    const rows = figures.map(figure => columns.map(cell => Number(figure.includes(cell))));
    let done = 0;
    for (let column = 0; column < others.length; column++) {
      const pivot = rows.findIndex((row, i) => i >= done && row[column] !== 0);
      const chosen = rows[pivot];
      if (!chosen) continue;
      rows[pivot] = rows[done] ?? chosen;
      rows[done] = chosen;
      for (let i = done + 1; i < rows.length; i++) {
        const [factor, by] = [rows[i]?.[column] ?? 0, chosen[column] ?? 0];
        rows[i] = (rows[i] ?? []).map(
          (cell, j) => (((cell * by - (chosen[j] ?? 0) * factor) % PRIME) + PRIME) % PRIME,
        );
      }
      done += 1;
    }
    return rows.slice(done).some(row => row.some(cell => cell !== 0));
  }
});
