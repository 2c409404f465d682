/** What the team sees of a coach's routines. */
import { expect, it } from 'vitest';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { teamRoutines } from '#lib/coaching/routines/team.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body, Routine, Run } from '#lib/records/types.ts';
import { CORA, make, ROB } from '#testing/records.ts';

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
const at = (day: string, time: string) => instantAt(day, time, calendar);
/** Wednesday. */
const now = at('2026-11-04', '09:00');
const body: Body<'routine'> = {
  kind: 'standardWork',
  name: 'A coach’s day',
  anchorMoment: 'startOfDay',
  rhythm: { every: 'day' },
  time: '10:00',
  minutes: 5,
  steps: [],
  from: '2026-10-01',
};
const work: Routine = { ...make('routine', body, { about: CORA, id: 'work' }), audience: 'workspace' };
const run = (day: string, more: Partial<Body<'run'>>): Run =>
  make('run', { day, dueAt: at(day, '10:00'), steps: [], ...more }, { about: CORA, refs: ['work'] });
const seen = (records: Envelope[], viewer = ROB, members = [CORA, ROB]) =>
  teamRoutines(records, viewer, new Set(members), now, { calendar }).map(({ memberId, done, due }) => [
    memberId,
    done,
    due,
  ]);

it('the team sees how many of this week’s occasions were done, as far as they are over', () => {
  expect(seen([work])).toEqual([[CORA, 0, 2]]);
  const late = run('2026-11-03', { doneAt: at('2026-11-03', '17:00') });
  const left = run('2026-11-02', { left: true });
  const lastWeek = run('2026-10-30', { doneAt: at('2026-10-30', '09:00') });
  expect(seen([work, late, left, lastWeek])).toEqual([[CORA, 1, 2]]);
  expect(seen([work, late, run('2026-11-04', { doneAt: at('2026-11-04', '08:30') })])).toEqual([
    [CORA, 2, 3],
  ]);
});

it.each<[string, Routine, string, string[]]>([
  ['one’s own', work, CORA, [CORA, ROB]],
  ['what its coach keeps to themselves', { ...work, audience: 'author' }, ROB, [CORA, ROB]],
  ['what has ended', { ...work, body: { ...body, until: '2026-11-01' } }, ROB, [CORA, ROB]],
  ['what somebody did who has left', work, ROB, [ROB]],
])('it does not list %s', (_name, routine, viewer, members) => {
  expect(seen([routine], viewer, members)).toEqual([]);
});
