import { describe, expect, it } from 'vitest';
import { missesOf, type Resize, resize, resizesDue, SUGGESTED } from '#lib/coaching/behaviours/misses.ts';
import { beforeSending, patternsOf, personKey } from '#lib/coaching/stalls/patterns.ts';
import { rulingOnPattern } from '#lib/coaching/stalls/rulings.ts';
import { missReasons } from '#lib/records/kinds/commitment.ts';
import type { Note } from '#lib/records/types.ts';
import { commitment, DAY, HOUR, log, MONDAY, make, note, ROB, ruling, verdict } from '#testing/records.ts';

/** Corrections on different days and different deals. */
const again = (count: number, about = ROB, from = 0): Note[] =>
  Array.from({ length: count }, (_, i) =>
    note({ anchor: { kind: 'moment', start: 100 * (from + i) } }, { about, at: MONDAY + (from + i) * DAY }),
  );
const next = (at = MONDAY + 20 * DAY, about = ROB) =>
  note({ anchor: { kind: 'moment', start: 9000 } }, { about, at });

describe('repeated corrections', () => {
  it.each([
    [0, 'nothing'],
    [1, 'nothing'],
    [2, 'is it structural'],
    [3, 'ruling first'],
    [6, 'ruling first'],
  ])('a correction after %i earlier ones asks: %s', (earlier, asks) => {
    expect(beforeSending(next(), again(earlier), MONDAY + 20 * DAY)).toMatchObject({
      count: earlier + 1,
      asks,
    });
  });

  it('corrections of one moment count once, and those older than thirty days do not count', () => {
    const [first] = again(1);
    if (!first) throw new Error('There is one.');
    const same = note({ anchor: first.body.anchor }, { at: MONDAY + HOUR });
    expect(beforeSending(next(), [first, same, ...again(1, ROB, 1)], MONDAY + 20 * DAY).count).toBe(3);
    expect(beforeSending(next(), again(3), MONDAY + 33 * DAY).count).toBe(1);
  });

  it('recognitions, other people, other behaviours and notes withdrawn or replaced do not count as repeats', () => {
    const [one, two, three] = again(3);
    if (!one || !two || !three) throw new Error('There are three.');
    const back = make('reply', { sentence: 'You are right.', outcome: 'withdrawn' }, { refs: [one.id] });
    const newer = note({ replaces: two.id, anchor: two.body.anchor }, { at: MONDAY + DAY, refs: [two.id] });
    const others = [
      note({ kind: 'recognition' }),
      note({}, { about: 'sam' }),
      note({ behaviourId: 'other' }),
      note({}, { by: ROB }),
    ];
    expect(beforeSending(next(), [one, two, three, back, newer, ...others], MONDAY + 20 * DAY).count).toBe(3);
  });

  it('counting starts again after a ruling, and nobody rules on themself', () => {
    const earlier = again(3);
    const key = personKey(ROB, 'next-step');
    const found = ruling(
      { key, behaviourId: 'next-step', cause: 'brief', remedy: 'brief' },
      { refs: earlier.map(n => n.id), at: MONDAY + 4 * DAY },
    );
    expect(beforeSending(next(), [...earlier, found], MONDAY + 20 * DAY)).toMatchObject({
      count: 1,
      asks: 'nothing',
    });
    const own = { ...found, authorId: ROB };
    expect(beforeSending(next(), [...earlier, own], MONDAY + 20 * DAY).asks).toBe('ruling first');
  });

  it('can be ruled to be nothing that coaching changes, and then waits for nothing more', () => {
    const [pattern] = patternsOf(again(3), MONDAY + 3 * DAY);
    if (!pattern) throw new Error('There is one.');
    const finding = { cause: 'none', remedy: 'outsideCoaching', assigneeId: 'olga', sentence: '' } as const;
    const { body, refs } = rulingOnPattern(pattern, finding);
    expect(body).toMatchObject({ key: pattern.key, remedy: 'outsideCoaching', assigneeId: 'olga' });
    const found = ruling(body, { refs, at: MONDAY + 4 * DAY });
    expect(patternsOf([...again(3), found], MONDAY + 5 * DAY)).toEqual([]);
  });

  it('a pattern is listed from the third correction on, and recognitions in between show but do not reset it', () => {
    const records = [...again(3), note({ kind: 'recognition' }, { at: MONDAY + 1.5 * DAY })];
    expect(patternsOf(records, MONDAY + 3 * DAY)).toMatchObject([
      { level: 'person', subjectId: ROB, behaviourId: 'next-step', recognitions: 1, firstAt: MONDAY },
    ]);
    expect(patternsOf(records, MONDAY + 3 * DAY)[0]?.noteIds).toHaveLength(3);
    expect(patternsOf(again(2), MONDAY + 3 * DAY)).toEqual([]);
  });

  it('the same correction of three people points at the workspace', () => {
    const records = ['rob', 'sam', 'ida'].flatMap((about, i) => again(1, about, i));
    expect(patternsOf(records, MONDAY + 5 * DAY)).toMatchObject([
      { level: 'workspace', members: ['ida', 'rob', 'sam'] },
    ]);
  });
});

describe('misses', () => {
  const missed = (day: number, by = ROB) =>
    log(
      { result: 'notDone', day: `2026-11-0${day}`, missReason: 'cue' },
      { by, at: MONDAY + (day - 2) * DAY },
    );

  it('a miss that both the coachee and the coach saw counts once', () => {
    expect(missesOf([missed(2), missed(2, 'cora'), missed(3)], ROB)).toHaveLength(2);
  });

  it('three misses in seven days suggest a resize, with the change that fits', () => {
    const three = [missed(2), missed(4), missed(5)];
    expect(resizesDue(three, ROB, MONDAY + 4 * DAY)).toMatchObject([
      { behaviourId: 'next-step', adjustment: 'cue' },
    ]);
    expect(resizesDue(three.slice(1), ROB, MONDAY + 4 * DAY)).toEqual([]);
    expect(resizesDue(three, ROB, MONDAY + 8 * DAY)).toEqual([]);
  });

  it('misses are counted from the start again after a resize', () => {
    const old = commitment(note());
    const smaller = commitment(old, { resizes: old.id, size: 'One call' }, { at: MONDAY + 3.5 * DAY });
    expect(resizesDue([missed(2), missed(4), missed(5), old, smaller], ROB, MONDAY + 4 * DAY)).toEqual([]);
  });

  it('a “not” verdict is a miss, on the day that it was due', () => {
    const promised = commitment(note());
    const found = verdict(promised, { finding: 'not' });
    expect(missesOf([promised, found], ROB)).toMatchObject([
      { at: promised.body.dueAt, behaviourId: 'next-step' },
    ]);
  });
});

describe('resizing a commitment', () => {
  const old = commitment(note(), { cue: 'After lunch', size: 'A 20-minute walk' });
  const change = { missReason: 'process' as const, dueAt: MONDAY + 9 * DAY };
  const made = (how: Partial<Resize>) => {
    const result = resize(old, { ...change, adjustments: ['smaller'], ...how });
    return result.ok ? 'made' : result.code;
  };

  it.each<[string, Partial<Resize>, ReturnType<typeof made>]>([
    ['keeps the cue and gets smaller', { size: 'A 7-minute walk' }, 'made'],
    ['does not stay as large', {}, 'not-smaller'],
    ['nor with other words around the same size', { size: 'A slow 20-minute walk' }, 'not-smaller'],
    ['does not grow', { size: 'A 30-minute walk' }, 'larger'],
    ['nor while something else changes', { adjustments: ['support'], size: '30 minutes' }, 'larger'],
    ['is not smaller because other words say so', { size: 'One lap around the house' }, 'is-it-less'],
    ['but the person may say that it is', { size: 'One lap around the house', isLess: true }, 'made'],
    [
      'is not larger unseen, whatever was chosen',
      { adjustments: ['support'], size: 'Two laps' },
      'is-it-more',
    ],
    [
      'where the person says that it is not',
      { adjustments: ['support'], size: 'Two laps', isLess: true },
      'made',
    ],
    [
      'keeps its size with another cue',
      { adjustments: ['cue'], cue: 'At five', size: 'a 20-minute  walk' },
      'made',
    ],
    ['does not change the cue on the way', { size: '7 minutes', cue: 'At five' }, 'cue-changed'],
    ['changes the cue alone', { adjustments: ['cue'], cue: 'Right after lunch' }, 'made'],
    ['and then really changes it', { adjustments: ['cue'] }, 'cue-unchanged'],
    [
      'moves and shrinks at once where the schedule clashed',
      {
        missReason: 'schedule',
        adjustments: ['smaller', 'cue'],
        cue: 'Immediately after lunch',
        size: 'A 7-minute walk',
      },
      'made',
    ],
    [
      'leaves decisions out, asks for support, changes what lies around',
      { adjustments: ['decisions'] },
      'made',
    ],
    ['or all of these', { adjustments: ['decisions', 'support', 'environment'] }, 'made'],
    ['whatever got in the way', { missReason: 'cue', adjustments: ['environment'] }, 'made'],
    ['changes something', { adjustments: [] }, 'nothing-changed'],
  ])('the next try %s', (_name, how, expected) => {
    expect(made(how)).toBe(expected);
  });

  it('a number beside the words decides', () => {
    const counted = commitment(note(), { size: 'A few calls', amount: 5 });
    const fewer = (amount: number) =>
      resize(counted, { ...change, adjustments: ['smaller'], size: 'Some calls', amount }).ok;
    expect([fewer(3), fewer(5), fewer(6)]).toEqual([true, false, false]);
  });

  it('a resized commitment says which one it replaces and all that changed, and keeps no earlier answer', () => {
    const before = commitment(note(), { size: '20 minutes', easier: 'Shoes at the door', amount: 20 });
    const result = resize(before, { ...change, adjustments: ['smaller', 'support'], size: '5 minutes' });
    expect(result).toMatchObject({
      ok: true,
      body: {
        resizes: before.id,
        cue: before.body.cue,
        missReason: 'process',
        adjustment: 'smaller',
        adjustments: ['smaller', 'support'],
      },
    });
    const body = result.ok ? result.body : {};
    expect(body).not.toHaveProperty('easier');
    expect(body).not.toHaveProperty('amount');
  });

  it('each reason suggests one change, also for somebody who lost heart', () => {
    expect(missReasons.map(reason => SUGGESTED[reason])).toEqual([
      'smaller',
      'cue',
      'environment',
      'smaller',
    ]);
  });
});
