import { describe, expect, it } from 'vitest';
import { recurringMisses } from '#lib/coaching/behaviours/misses.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';
import { lessonsOf, searchLessons } from '#lib/coaching/stalls/lessons.ts';
import { personKey } from '#lib/coaching/stalls/patterns.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { CORA, DAY, log, MONDAY, note, ROB, ruling } from '#testing/records.ts';

const KEY = personKey(ROB, 'next-step');
const earlier = [0, 1, 2].map(day => note({}, { id: `earlier-${day}`, at: MONDAY + day * DAY }));
const decided = ruling(
  { key: KEY, behaviourId: 'next-step', cause: 'brief', remedy: 'brief' },
  { id: 'decided', at: MONDAY + 3 * DAY, refs: earlier.map(({ id }) => id) },
);
const later = (days: number, body = {}, made = {}) => note(body, { at: MONDAY + days * DAY, ...made });

describe('what came back before', () => {
  it.each<[string, Envelope[], number, object]>([
    ['is open while it is too soon', [], 10, { helped: 'open', since: 0, before: 3 }],
    ['helped where nothing came within the window', [], 40, { helped: 'helped', since: 0 }],
    ['came back with the next correction', [later(10)], 40, { helped: 'came back', since: 1 }],
    ['not with one long after', [later(35)], 40, { helped: 'helped' }],
    [
      'nor with another behaviour, another person, praise',
      [later(10, { behaviourId: 'x' }), later(10, {}, { about: 'sam' }), later(10, { kind: 'recognition' })],
      40,
      { helped: 'helped' },
    ],
    [
      'nor with the correction that the decision was sent with',
      [later(3.1, { rulingId: 'decided' })],
      40,
      { helped: 'helped' },
    ],
  ])('%s', (_name, more, days, expected) => {
    expect(lessonsOf([...earlier, decided, ...more], MONDAY + days * DAY)).toMatchObject([expected]);
  });

  it('of the workspace comes back with anybody', () => {
    const { subjectId: _nobody, ...rest } = decided;
    const [lesson] = lessonsOf([{ ...rest }, later(10, {}, { about: 'sam' })], MONDAY + 40 * DAY);
    expect(lesson?.since).toBe(1);
  });

  it('is found by the behaviour’s name and by what was decided', () => {
    const lessons = lessonsOf([decided], MONDAY + 40 * DAY);
    const found = (words: string) => searchLessons(lessons, words, () => 'Next step said aloud').length;
    expect(['', 'NEXT aloud', 'brief', 'next brief', 'price'].map(found)).toEqual([1, 1, 1, 1, 0]);
  });
});

describe('a referral outside coaching', () => {
  const [first] = earlier;
  if (!first) throw new Error('There are three.');
  const passedOn = (made = {}, remedy: 'outsideCoaching' | 'brief' = 'outsideCoaching') =>
    ruling({ key: KEY, behaviourId: 'next-step', cause: 'none', remedy }, { refs: [first.id], ...made });
  const now = MONDAY + 5 * DAY;

  it('closes the loop of its notes, with its sentence', () => {
    const loop = loopOf(first, [passedOn()], now);
    expect(loop).toMatchObject({ state: 'referred', next: null, owed: [] });
    expect(loop.referral?.body.sentence).toBe('The brief never says who closes.');
  });

  it.each<[string, Envelope]>([
    ['of another note', passedOn({ refs: ['other'] })],
    ['that changes the brief instead', passedOn({}, 'brief')],
    ['by the person whom it is about', passedOn({ by: ROB })],
  ])('but not one %s', (_name, record) => {
    expect(loopOf(first, [record], now).state).toBe('waiting for answer');
  });
});

describe('recurring misses', () => {
  it('are listed by behaviour, most often first, with the usual reason', () => {
    const missed = (behaviourId: string, days: number, missReason?: 'cue' | 'process') =>
      log(
        {
          behaviourId,
          result: 'notDone',
          day: new Date(MONDAY + days * DAY).toISOString().slice(0, 10),
          ...(missReason ? { missReason } : {}),
        },
        { at: MONDAY + days * DAY },
      );
    const records = [
      missed('a', 0),
      missed('a', 1),
      missed('b', 0, 'cue'),
      missed('b', 2, 'process'),
      missed('b', 5, 'cue'),
      missed('once', 3),
      missed('old', -40),
      missed('old', -41),
    ];
    const listed = recurringMisses(records, ROB, MONDAY + 7 * DAY);
    expect(listed.map(each => [each.behaviourId, each.misses.length, each.reason])).toEqual([
      ['b', 3, 'cue'],
      ['a', 2, null],
    ]);
    expect(recurringMisses(records, CORA, MONDAY + 7 * DAY)).toEqual([]);
  });
});
