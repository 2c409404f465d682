/** What is drawn of somebody's weeks, and what a coach is told of them. */
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/coaching/calendar.ts';
import { decidedAbout } from '#lib/coaching/metrics/decided.ts';
import { remarksOn } from '#lib/coaching/metrics/remarks.ts';
import { runOf } from '#lib/coaching/metrics/run.ts';
import { CORA, DAY, log, MONDAY, make, ROB, ruling } from '#testing/records.ts';

/** Whole weeks with these shares, and the current one after them. */
const weeksOf = (values: readonly (number | null)[], current: number | null = null) =>
  [...values, current].map((value, i) => ({
    week: addDays('2026-08-03', 7 * i),
    value,
    k: value === null ? 0 : Math.round(value * 20),
    n: value === null ? 0 : 20,
  }));
const STEADY = [0.5, 0.55, 0.45, 0.6, 0.5, 0.55, 0.5, 0.6];

describe('a run of weeks', () => {
  it('has dots and no lines below six weeks', () => {
    const run = runOf(weeksOf([0.5, 0.6, null, 0.5, 0.4, 0.6], 1));
    expect(run).toMatchObject({ n: 5, enough: false, median: null, baseline: null });
    expect(run.trend.word).toBeNull();
    expect(run.points).toHaveLength(7);
  });

  it('has the middle and the first weeks from six on, and limits from eight on', () => {
    const six = runOf(weeksOf(STEADY.slice(0, 6)));
    expect(six).toMatchObject({ n: 6, enough: true });
    expect(six.median).toBeCloseTo(0.525);
    expect(six.baseline?.value).toBeCloseTo(0.525);
    expect(six.baseline).toMatchObject({ from: '2026-08-03', to: '2026-08-24' });
    expect(six.trend.limits).toBeNull();
    const eight = runOf(weeksOf(STEADY));
    expect(eight.trend.limits?.lower).toBeCloseTo(0.3032, 4);
    expect(eight.trend.limits?.upper).toBeCloseTo(0.7593, 4);
    expect(eight.points.some(({ outside }) => outside)).toBe(false);
  });

  it('begins with the first week that has a value; a week without one is a gap', () => {
    const { points } = runOf(weeksOf([null, null, 0.5, null, 0.5]));
    expect(points.map(({ value }) => value)).toEqual([0.5, null, 0.5, null]);
    expect(runOf(weeksOf([null, null])).points).toEqual([]);
  });

  it('the current week is drawn and counts for nothing', () => {
    const before = runOf(weeksOf(STEADY));
    const after = runOf(weeksOf(STEADY, 0));
    expect(after.points.at(-1)).toMatchObject({ value: 0, open: true, outside: false });
    expect(after.trend).toEqual(before.trend);
    expect(after.median).toBe(before.median);
  });

  it('a week beyond the limits is marked', () => {
    const { points } = runOf(weeksOf([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.1]));
    expect(points.filter(({ outside }) => outside).map(({ value }) => value)).toEqual([0.1]);
  });
});

describe('what a coach is told', () => {
  const line = (values: readonly (number | null)[], current: number | null = null) => [
    { behaviourId: 'next-step', run: runOf(weeksOf(values, current)) },
  ];
  const RISING = [0.1, 0.1, 0.15, 0.1, 0.15, 0.1, 0.8, 0.85, 0.8, 0.9];
  const FELL = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.1];

  it('that the last whole week was below what is usual for this person', () => {
    expect(remarksOn(ROB, line(FELL, 0.5), [], MONDAY)).toMatchObject([
      { kind: 'below', personId: ROB, behaviourId: 'next-step', point: { value: 0.1, k: 2, n: 20 } },
    ]);
    expect(remarksOn(ROB, line(STEADY, 0), [], MONDAY)).toEqual([]);
    expect(remarksOn(ROB, line([...FELL, 0.5]), [], MONDAY)).toEqual([]);
    expect(remarksOn(ROB, line([...FELL, null]), [], MONDAY)).toEqual([]);
  });

  it('that a line rises by more than its usual ups and downs', () => {
    expect(remarksOn(ROB, line(RISING), [], MONDAY)).toMatchObject([{ kind: 'improving', n: 10 }]);
  });

  it('that something was missed again, of what the person practises now', () => {
    const misses = [1, 9].map(days =>
      log({ result: 'notDone', day: addDays('2026-11-02', -days) }, { at: MONDAY - days * DAY }),
    );
    const ids = misses.map(({ id }) => id).sort();
    const [remark] = remarksOn(ROB, line(STEADY), misses, MONDAY);
    expect(remark?.kind === 'missed' && [...remark.recordIds].sort()).toEqual(ids);
    expect(remarksOn(ROB, [], misses, MONDAY)).toEqual([]);
    // A line that rises in spite of it is said alone.
    expect(remarksOn(ROB, line(RISING), misses, MONDAY).map(({ kind }) => kind)).toEqual(['improving']);
  });
});

describe('what was decided', () => {
  const decision = (behaviourId: string | undefined, at: number, about = ROB) =>
    make(
      'decision',
      {
        changes: 'process',
        text: `For ${behaviourId ?? 'all'}`,
        ownerId: CORA,
        dueAt: at,
        ...(behaviourId && { behaviourId }),
      },
      { at, about },
    );

  it('is what names this behaviour or none, about this person, in time order', () => {
    const records = [
      ruling({ key: 'pattern|rob|next-step', behaviourId: 'next-step' }, { at: MONDAY }),
      decision('next-step', MONDAY - DAY),
      decision(undefined, MONDAY - 2 * DAY),
      decision('another', MONDAY),
      decision('next-step', MONDAY, CORA),
      decision('next-step', MONDAY - 90 * DAY),
      ruling({ key: 'stall|no log|rob|', sentence: '' }, { at: MONDAY }),
    ];
    const texts = (of: string | undefined) =>
      decidedAbout(records, ROB, of, MONDAY - 30 * DAY).map(({ text }) => text);
    expect(texts('next-step')).toEqual(['For all', 'For next-step', 'The brief never says who closes.']);
    expect(texts(undefined)).toHaveLength(4);
  });
});
