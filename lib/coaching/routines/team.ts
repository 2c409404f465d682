/** What the team sees of its coaches' own routines: whether they were done, and never why not (R130). */
import { type Day, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Routine } from '#lib/records/types.ts';
import type { Around } from './occasions.ts';
import { hasEnded, runsOf, tracked } from './runs.ts';

export interface TeamRoutine {
  routine: Routine;
  /** Whose it is. */
  memberId: string;
  /** Of the occasions of this week until today whose time is over, or that were done already. */
  done: number;
  due: number;
}

/**
 * The routines that others show the whole workspace, and how this week went. What waits for an event is left out: of
 * what happens to others a device knows only a part. `members`: those who are here now.
 */
export function teamRoutines(
  records: readonly Envelope[],
  viewerId: string,
  members: ReadonlySet<string>,
  now: number,
  around: Around,
): TeamRoutine[] {
  const today = dayOf(now, around.calendar);
  const runs = runsOf(records);
  return ofType(records, 'routine')
    .filter(routine => isShown(routine, viewerId, members, today))
    .map(routine => {
      const memberId = subjectOf(routine);
      const from = weekOf(today, around.calendar);
      const week = tracked(routine, { from, to: today, now, memberId }, runs, around);
      const done = week.filter(({ state }) => state === 'on time' || state === 'late').length;
      const open = week.filter(({ state }) => state === 'due' || state === 'running').length;
      return { routine, memberId, done, due: week.length - open };
    });
}

function isShown(routine: Routine, viewerId: string, members: ReadonlySet<string>, today: Day): boolean {
  const { audience, body } = routine;
  const memberId = subjectOf(routine);
  const isOthers = memberId !== viewerId && members.has(memberId);
  return audience === 'workspace' && isOthers && body.rhythm.every !== 'event' && !hasEnded(routine, today);
}
