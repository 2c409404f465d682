/** What became of occasions, what Today asks, planned minutes, timers, standard work. */
import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { leaveIn } from '#lib/coaching/leave.ts';
import { missedDaysIn } from '#lib/coaching/routines/happened.ts';
import { loadOf } from '#lib/coaching/routines/load.ts';
import { planOf, routinesOf, runsOf, tracked } from '#lib/coaching/routines/runs.ts';
import {
  audienceOfStandardWork,
  missingPlainWords,
  standardWorkOn,
} from '#lib/coaching/routines/standard-work.ts';
import { presetFor, timerAt } from '#lib/coaching/routines/timer.ts';
import type { Body, Run } from '#lib/records/types.ts';
import { CORA, log, MONDAY, make, note, ROB } from '#testing/records.ts';

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
const around = { calendar };
const base: Body<'routine'> = {
  kind: 'checkIn',
  name: 'Check-in',
  anchorMoment: 'startOfDay',
  rhythm: { every: 'day' },
  time: '10:00',
  minutes: 5,
  steps: [],
  from: '2026-11-02',
};
const daily = make('routine', base, { id: 'daily' });
const at = (day: string, time: string) => instantAt(day, time, calendar);
const run = (day: string, body: Partial<Body<'run'>>, by = ROB, routine = daily): Run =>
  make('run', { day, dueAt: at(day, '10:00'), steps: [], ...body }, { by, refs: [routine.id] });

const week = { from: '2026-11-02', to: '2026-11-06', memberId: ROB };

describe('what became of an occasion', () => {
  const now = at('2026-11-06', '09:00');
  it.each<[string, Partial<Body<'run'>> | undefined, string]>([
    ['done before its time', { doneAt: at('2026-11-02', '09:50') }, 'on time'],
    ['done within its minute', { doneAt: at('2026-11-02', '10:00') + 59_000 }, 'on time'],
    ['done late, in half a minute', { doneAt: at('2026-11-02', '10:05'), minutes: 0.5 }, 'late'],
    ['done long, in time', { doneAt: at('2026-11-02', '09:59'), minutes: 59 }, 'on time'],
    [
      'a clock set back',
      { startedAt: at('2026-11-02', '09:55'), doneAt: at('2026-11-02', '08:55') },
      'on time',
    ],
    ['left', { left: true }, 'left'],
    ['begun and never finished', { startedAt: at('2026-11-02', '09:00') }, 'missed'],
    ['nothing', undefined, 'missed'],
  ])('%s', (_what, body, state) => {
    const records = body ? [run('2026-11-02', body)] : [];
    expect(tracked(daily, { ...week, to: '2026-11-02', now }, runsOf(records), around)).toMatchObject([
      { state },
    ]);
  });

  it('stays on time when the routine is moved to an earlier hour afterwards', () => {
    const moved = { ...daily, rev: 2, body: { ...base, time: '08:00' } };
    const records = [run('2026-11-02', { doneAt: at('2026-11-02', '09:50') })];
    expect(tracked(moved, { ...week, to: '2026-11-02', now }, runsOf(records), around)).toMatchObject([
      { state: 'on time' },
    ]);
  });

  it('is one of each occasion, however many people noted something', () => {
    const records = [
      run('2026-11-02', { doneAt: at('2026-11-02', '09:50') }),
      run('2026-11-02', { doneAt: at('2026-11-02', '12:00') }, CORA),
      run('2026-11-03', { doneAt: at('2026-11-03', '12:00') }),
      run('2026-11-04', { left: true }),
    ];
    const list = tracked(daily, { ...week, now }, runsOf(records), around);
    const states = list.filter(({ day }) => day <= '2026-11-05').map(({ state }) => state);
    expect(states).toEqual(['on time', 'late', 'left', 'missed']);
  });

  it('is each member’s own for a routine of the team', () => {
    const { subjectId: _subjectId, ...ofTeam } = make('routine', base, { id: 'team' });
    const records = [run('2026-11-02', { doneAt: at('2026-11-02', '09:50') }, CORA, daily)];
    const theirs = records.map(each => ({ ...each, refs: ['team'] }));
    const one = { ...week, to: '2026-11-02', now };
    expect(tracked(ofTeam, one, runsOf(theirs), around)).toMatchObject([{ state: 'missed' }]);
    expect(tracked(ofTeam, { ...one, memberId: CORA }, runsOf(theirs), around)).toMatchObject([
      { state: 'on time' },
    ]);
  });

  it('is asked of whoever takes part: the person, their coach, and the author of a team’s', () => {
    const { subjectId: _subjectId, ...ofTeam } = make('routine', base, { id: 'team' });
    const ownWork = make('routine', { ...base, kind: 'standardWork' }, { id: 'work' });
    const idsFor = (memberId: string, coachees: string[] = []) =>
      routinesOf([ofTeam, daily, ownWork], memberId, new Set(coachees)).map(({ id }) => id);
    expect(idsFor(ROB)).toEqual(['daily', 'work']);
    expect(idsFor(CORA, [ROB])).toEqual(['daily', 'team']);
    // Whoever coaches the author holds none of their team's.
    expect(idsFor('nora', [CORA])).toEqual([]);
    expect(idsFor('nora')).toEqual([]);
  });
});

describe('what routines want today', () => {
  const plan = (now: number, records: Parameters<typeof planOf>[2] = []) =>
    planOf([daily], ROB, records, now, { ...around, leave: leaveIn(records) });

  it('is what is due today; the rest is later', () => {
    const { now, later, ask } = plan(at('2026-11-02', '08:00'));
    expect(now.map(({ day }) => day)).toEqual(['2026-11-02']);
    expect(later.map(({ day }) => day)).toContain('2026-11-03');
    expect(ask).toBeUndefined();
  });

  it('asks nobody why something that the whole workspace sees was missed', () => {
    const tuesday = at('2026-11-03', '08:00');
    const missed = (audience: 'coaches' | 'workspace') =>
      planOf([{ ...daily, audience }], ROB, [], tuesday, around).ask?.day;
    expect([missed('coaches'), missed('workspace')]).toEqual(['2026-11-02', undefined]);
  });

  it('asks once about the last missed day, also after a weekend, and not after an answer', () => {
    const monday = at('2026-11-09', '08:00');
    const done = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'].map(day =>
      run(day, { doneAt: at(day, '09:00') }),
    );
    expect(plan(monday, done).ask).toMatchObject({ day: '2026-11-06' });
    expect(plan(monday, [...done, run('2026-11-06', { gotInTheWay: 'A call' })]).ask).toBeUndefined();
    expect(plan(monday, [...done, run('2026-11-06', { left: true })]).ask).toBeUndefined();
    const caughtUp = [run('2026-11-06', { doneAt: at('2026-11-06', '09:00') })];
    expect(plan(monday, caughtUp).ask).toBeUndefined();
  });

  it('wants nothing of somebody who is away', () => {
    const away = make('leave', { from: '2026-11-01', to: '2026-11-30' }, { by: ROB });
    expect(plan(at('2026-11-03', '08:00'), [away])).toEqual({ now: [], later: [], ask: undefined });
  });
});

describe('a missed day', () => {
  const message = make(
    'routine',
    { ...base, rhythm: { every: 'event', event: 'missedDay', withinHours: 24 } },
    { id: 'message' },
  );
  const missed = [
    log({ result: 'notDone', day: '2026-11-03' }, { at: at('2026-11-03', '18:00') }),
    log({ result: 'notDone', day: '2026-11-03', behaviourId: 'walk' }, { at: at('2026-11-03', '19:00') }),
    log({ result: 'done', day: '2026-11-02' }),
    log({ result: 'notDone', day: '2026-11-02' }, { by: 'nora', about: 'nora' }),
  ];

  it('is one message to that person, due within a day', () => {
    const plan = planOf([message], CORA, missed, at('2026-11-03', '20:00'), {
      ...around,
      happened: missedDaysIn(missed),
    });
    expect(plan.later).toEqual([]);
    expect(plan.now).toMatchObject([{ key: '2026-11-03', dueAt: at('2026-11-04', '18:00') }]);
  });
});

describe('planned minutes', () => {
  it.each([
    [[10, 15, 15], 40, false, 0],
    [[15, 15, 15], 45, false, 0],
    [[15, 15, 16], 46, true, 1],
  ])('%j', (minutes, sum, tooMuch, long) => {
    const list = minutes.map(each => make('routine', { ...base, minutes: each }));
    const load = loadOf(list, '2026-11-02', around);
    expect(load).toMatchObject({ minutes: sum, tooMuch });
    expect(load.long).toHaveLength(long);
  });

  it('are those of the fullest day, and none with no routine', () => {
    const friday = make('routine', { ...base, rhythm: { every: 'week', days: [5] }, minutes: 30 });
    expect(loadOf([daily, friday], '2026-11-02', around)).toMatchObject({ day: '2026-11-06', minutes: 35 });
    expect(loadOf([], '2026-11-02', around)).toMatchObject({ minutes: 0, tooMuch: false });
  });
});

describe('the timer', () => {
  it.each([
    [0, { elapsed: 0, left: 90, over: 0 }],
    [89_999, { elapsed: 89, left: 1, over: 0 }],
    [100_000, { elapsed: 100, left: 0, over: 10 }],
    [-5000, { elapsed: 0, left: 90, over: 0 }],
  ])('after %i ms', (passed, expected) => {
    expect(timerAt(MONDAY, MONDAY + passed, 90)).toEqual(expected);
  });

  it.each([
    [1.5, 90],
    [5, 300],
    [7, 420],
    [12, 600],
    [60, 900],
  ])('of %d minutes', (minutes, seconds) => expect(presetFor(minutes)).toBe(seconds));
});

describe('leader standard work', () => {
  const work = make(
    'routine',
    {
      ...base,
      kind: 'standardWork',
      steps: [
        { id: 'look', kind: 'indicators', text: 'Look', target: 1 },
        { id: 'walk', kind: 'fieldWalk', text: 'Walk', target: 1 },
        { id: 'talk', kind: 'checkIns', text: 'Check in', target: 2 },
        { id: 'praise', kind: 'recognition', text: 'Recognise', target: 1 },
        { id: 'stuck', kind: 'escalations', text: 'Review', target: 1 },
      ],
    },
    { about: CORA },
  );
  const sent = { records: [note({}), note({ kind: 'recognition' })], coachId: CORA, day: '2026-11-02' };

  it('counts what was sent and takes ticks for the look and the walk', () => {
    const ticked = run('2026-11-02', { steps: [{ id: 'look', done: 3 }] }, CORA, work);
    const day = standardWorkOn(work, ticked, { ...sent, openEscalations: 1 }, calendar);
    expect(day.steps.map(({ id, done, counted }) => [id, done, counted])).toEqual([
      ['look', 1, false],
      ['walk', 0, false],
      ['talk', 1, true],
      ['praise', 1, true],
      ['stuck', 0, true],
    ]);
    expect(day).toMatchObject({ done: 3, due: 6 });
  });

  it('wants no review where nothing is stuck', () => {
    const day = standardWorkOn(work, undefined, { ...sent, openEscalations: 0 }, calendar);
    expect(day.steps.map(({ id }) => id)).not.toContain('stuck');
  });

  it('needs three sentences in plain words, and is for the team to see unless it chose otherwise', () => {
    expect(missingPlainWords(undefined)).toEqual(['huddles', 'coaching', 'dailyChecks']);
    expect(missingPlainWords({ huddles: 'At nine.', coaching: ' ', dailyChecks: 'Replies.' })).toEqual([
      'coaching',
    ]);
    expect(audienceOfStandardWork(true)).toBe('workspace');
    expect([audienceOfStandardWork(true, false), audienceOfStandardWork(false)]).toEqual([
      'author',
      'author',
    ]);
  });
});
