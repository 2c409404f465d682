/** When routines are due: time zones, changes of the clock, leave, other work weeks, events. */
import { describe, expect, it } from 'vitest';
import { addDays, type Calendar, dayOf } from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { nextOccasions, occasionsOf } from '#lib/coaching/routines/occasions.ts';
import type { Rhythm } from '#lib/records/kinds/routine.ts';
import type { Body, Routine } from '#lib/records/types.ts';
import { HOUR, make, ROB } from '#testing/records.ts';

const BERLIN: Calendar = { timeZone: 'Europe/Berlin', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
const RIYADH: Calendar = { timeZone: 'Asia/Riyadh', weekStart: 0, workdays: [0, 1, 2, 3, 4] };

const routine = (rhythm: Rhythm, body: Partial<Body<'routine'>> = {}): Routine =>
  make('routine', {
    kind: 'checkIn',
    name: 'Check-in',
    anchorMoment: 'startOfDay',
    rhythm,
    time: '09:30',
    minutes: 5,
    steps: [],
    from: '2026-01-01',
    ...body,
  });

const days = (made: Routine, from: string, to: string, around: Parameters<typeof occasionsOf>[3]) =>
  occasionsOf(made, from, to, around).map(({ day }) => day);

describe('a clock time as an instant', () => {
  it.each([
    ['a summer day', '2026-07-01', '09:30', 'Europe/Berlin', '2026-07-01T07:30Z'],
    ['a winter day', '2026-12-01', '09:30', 'Europe/Berlin', '2026-12-01T08:30Z'],
    ['the hour that is left out', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30Z'],
    ['the hour that comes twice', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30Z'],
    ['after the change', '2026-10-25', '09:30', 'Europe/Berlin', '2026-10-25T08:30Z'],
    ['half an hour off', '2026-06-01', '09:30', 'Asia/Kolkata', '2026-06-01T04:00Z'],
    ['far in the east', '2026-06-01', '00:10', 'Pacific/Kiritimati', '2026-05-31T10:10Z'],
    [
      'the south, where summer begins in October',
      '2026-10-04',
      '02:15',
      'Australia/Sydney',
      '2026-10-03T16:15Z',
    ],
  ])('%s', (_what, day, time, timeZone, instant) => {
    expect(new Date(instantAt(day, time, { timeZone })).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('is on the day that it names, on every day of two years and in any zone', () => {
    for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Asia/Riyadh', 'Australia/Lord_Howe']) {
      for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
        expect(dayOf(instantAt(day, '09:30', { timeZone }), { timeZone })).toBe(day);
      }
    }
  });
});

describe('occasions', () => {
  it.each<[string, Rhythm, Calendar, string[]]>([
    [
      'each workday in Berlin',
      { every: 'day' },
      BERLIN,
      ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'],
    ],
    [
      'each workday in Riyadh',
      { every: 'day' },
      RIYADH,
      ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'],
    ],
    ['Tuesday and Friday', { every: 'week', days: [2, 5] }, BERLIN, ['2026-11-03', '2026-11-06']],
    ['a chosen Saturday, though others rest', { every: 'week', days: [6] }, BERLIN, ['2026-11-07']],
    ['the first of a month that begins on a Sunday', { every: 'month', date: 1 }, BERLIN, ['2026-11-02']],
    ['no start of a quarter', { every: 'quarter', date: 5 }, BERLIN, []],
  ])('%s', (_what, rhythm, calendar, expected) => {
    expect(days(routine(rhythm), '2026-11-01', '2026-11-07', { calendar })).toEqual(expected);
  });

  it('come once a month and once a quarter, whatever the calendar does', () => {
    for (const calendar of [BERLIN, RIYADH]) {
      for (let date = 1; date <= 31; date++) {
        const months = occasionsOf(routine({ every: 'month', date }), '2026-01-01', '2026-12-31', {
          calendar,
        });
        expect(months.length).toBeGreaterThanOrEqual(11);
        expect(months.length).toBeLessThanOrEqual(12);
        const quarters = occasionsOf(routine({ every: 'quarter', date }), '2026-01-01', '2026-12-31', {
          calendar,
        });
        expect(quarters).toHaveLength(4);
      }
    }
  });

  it('leave out leave, also leave that began yesterday, and the days before and after the routine', () => {
    const leave = [{ memberId: ROB, from: '2026-11-03', to: '2026-11-04' }];
    const made = routine({ every: 'day' }, { from: '2026-11-03', until: '2026-11-05' });
    expect(days(made, '2026-11-01', '2026-11-30', { calendar: BERLIN, leave })).toEqual(['2026-11-05']);
    const monthly = routine({ every: 'month', date: 3 });
    expect(days(monthly, '2026-11-01', '2026-11-30', { calendar: BERLIN, leave })).toEqual(['2026-11-05']);
  });

  it('keep their clock time across a change of the clock', () => {
    const list = occasionsOf(routine({ every: 'week', days: [1] }), '2026-10-19', '2026-10-26', {
      calendar: BERLIN,
    });
    expect(list.map(({ dueAt }) => new Date(dueAt).toISOString())).toEqual([
      '2026-10-19T07:30:00.000Z',
      '2026-10-26T08:30:00.000Z',
    ]);
  });

  it('follow events by hours that really pass', () => {
    const debrief = routine({ every: 'event', event: 'publish', withinHours: 24 });
    const at = Date.UTC(2026, 9, 24, 20);
    const happened = [
      { event: 'publish' as const, key: 'clip', at, memberId: ROB },
      { event: 'publish' as const, key: 'of somebody else', at, memberId: 'nora' },
      { event: 'shoot' as const, key: 'shoot', at, memberId: ROB },
    ];
    expect(occasionsOf(debrief, '2026-10-20', '2026-10-30', { calendar: BERLIN, happened })).toMatchObject([
      { key: 'clip', day: '2026-10-25', dueAt: at + 24 * HOUR },
    ]);
    const leave = [{ memberId: ROB, from: '2026-10-24', to: '2026-10-24' }];
    expect(occasionsOf(debrief, '2026-10-20', '2026-10-30', { calendar: BERLIN, happened, leave })).toEqual(
      [],
    );
  });

  it('are named ahead, so that both see the rhythm', () => {
    const now = instantAt('2026-11-03', '09:31', BERLIN);
    const next = nextOccasions(routine({ every: 'week', days: [2, 5] }), now, 3, { calendar: BERLIN });
    expect(next.map(({ day }) => day)).toEqual(['2026-11-06', '2026-11-10', '2026-11-13']);
  });
});
