import { describe, expect, it } from 'vitest';
import { addDays, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { practiceOf, scoresOf, TREND_WEEKS } from '#lib/coaching/metrics/figures.ts';
import { knownRubrics } from '#lib/coaching/rubrics/known.ts';
import { shippedRubric, shippedRubrics } from '#lib/coaching/rubrics/rubrics.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { CORA, DAY, log, MONDAY, make, noteText, ROB } from '#testing/records.ts';

const NOW = MONDAY + 2 * DAY;
const THIS_WEEK = weekOf(dayOf(NOW));
/** This many logs of done and not done, in the week that began this many weeks ago. */
const week = (ago: number, done: number, notDone: number): Envelope[] =>
  Array.from({ length: done + notDone }, (_, i) =>
    log({ day: addDays(THIS_WEEK, -7 * ago + (i % 5)), result: i < done ? 'done' : 'notDone' }),
  );
const practice = (records: Envelope[]) => practiceOf(records, ROB, 'next-step', undefined, NOW);

describe('how a behaviour is going', () => {
  it('adherence is a share of four weeks with its n, and has no value below five', () => {
    const few = practice(week(1, 3, 1)).adherence.share;
    expect(few).toMatchObject({ k: 3, n: 4, value: null, enough: false });
    const enough = practice([...week(1, 3, 1), ...week(2, 1, 1), ...week(5, 0, 5)]).adherence.share;
    expect(enough).toMatchObject({ k: 4, n: 6, enough: true });
  });

  it('a week in which nobody looked is a gap, not a zero', () => {
    const { weeks } = practice([...week(1, 1, 1), ...week(3, 2, 0)]);
    expect(weeks).toHaveLength(TREND_WEEKS);
    expect(weeks.slice(-3)).toEqual([1, null, 0.5]);
    expect(weeks.slice(0, -3).every(value => value === null)).toBe(true);
  });

  it('a trend has a word only from six weeks on, and says "improving" only when that is proven', () => {
    const weeks = (shares: number[]) =>
      practice(shares.flatMap((tenths, i) => week(shares.length - i, tenths, 10 - tenths))).trend.word;
    expect(weeks([2, 3, 4, 5, 6])).toBeNull();
    expect(weeks([5, 5, 4, 6, 5, 5, 6, 5])).toBe('steady');
    expect(weeks([1, 1, 2, 1, 1, 2, 8, 9, 9, 9, 10, 10])).toBe('improving');
    expect(weeks([10, 9, 9, 9, 8, 8, 2, 1, 1, 2, 1, 1])).toBe('steady');
  });

  it('a figure counts only this person and this behaviour', () => {
    const others = [
      log({ day: THIS_WEEK }, { by: 'sam', about: 'sam' }),
      log({ day: THIS_WEEK, behaviourId: 'x' }),
    ];
    expect(practice(others).adherence.share.n).toBe(0);
  });
});

describe('scores of a person', () => {
  const card = (by: string, levels: (number | null)[], days: number) =>
    make(
      'scorecard',
      {
        artifact: noteText.artifact,
        anchor: noteText.anchor,
        rubric: { id: shippedRubric.id, version: shippedRubric.version },
        scores: shippedRubric.criteria.map(({ id }, i) => ({ criterion: id, level: levels[i] ?? null })),
      },
      { by, at: MONDAY + days * DAY },
    );

  it('scores have one line for each rater, with the latest score, and are never joined', () => {
    const cards = [card(CORA, [0, 0, 0], 0), card(CORA, [3, 3, 3], 1), card(ROB, [3, 3, 3], 2)];
    const lines = scoresOf(cards, ROB, shippedRubrics);
    expect(lines).toHaveLength(2);
    expect(lines.find(line => !line.self)).toMatchObject({
      raterId: CORA,
      latest: 100,
      trend: { n: 2, word: null },
    });
    expect(lines.find(line => line.self)).toMatchObject({ raterId: ROB, latest: 100, trend: { n: 1 } });
  });

  it('are read with the workspace’s own rubrics too, each version a line of its own', () => {
    const own = (version: number) =>
      make('rubric', { ...structuredClone(shippedRubric), id: 'ours', version, name: 'Ours' } as never);
    const scored = (version: number, level: number) =>
      make('scorecard', {
        artifact: noteText.artifact,
        anchor: noteText.anchor,
        rubric: { id: 'ours', version },
        scores: shippedRubric.criteria.map(({ id }) => ({ criterion: id, level })),
      });
    const cards = [scored(1, 0), scored(2, 3), scored(2, 1)];
    expect(scoresOf(cards, ROB, shippedRubrics)).toEqual([]);
    const lines = scoresOf(cards, ROB, knownRubrics([own(1), own(2)]));
    expect(lines.map(({ rubricId, version, points }) => [rubricId, version, points.length])).toEqual([
      ['ours', 1, 1],
      ['ours', 2, 2],
    ]);
    expect(knownRubrics([])).toEqual(shippedRubrics);
  });
});
