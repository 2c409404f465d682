/**
 * On which days a routine is due, and by when (R103–R105, R111). Days of rest and leave are no occasions. What falls on a
 * day of rest once a month or a quarter moves to the next workday, because otherwise a month would have no review.
 */

import {
  addDays,
  type Calendar,
  type Day,
  dayOf,
  daysBetween,
  isOnLeave,
  isWorkday,
  type Leave,
  weekday,
} from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import type { RoutineEvent } from '#lib/records/kinds/routine.ts';
import type { Routine } from '#lib/records/types.ts';
import { HOUR } from '#lib/time.ts';

export interface Occasion {
  routine: Routine;
  /** The calendar day that it belongs to, where the person is. */
  day: Day;
  /** By when it is on time, ms since 1970. */
  dueAt: number;
  /** What tells two occasions of one day apart: the day, or the event's own name. */
  key: string;
}

/** Something that a routine waits for: a clip that came out, a shoot, a day that was missed. */
export interface Happened {
  event: RoutineEvent;
  /** To whom: whose clip, whose day. */
  memberId: string;
  /** Which one: the key of the clip, the day that was missed. */
  key: string;
  /** Ms since 1970. */
  at: number;
}

export interface Around {
  calendar: Calendar;
  leave?: readonly Leave[];
  happened?: readonly Happened[];
}

/** Nobody looks further ahead or back; it keeps a loop over days short whatever the dates say. */
const MOST_DAYS = 400;

/** All occasions of a routine on the days from `from` to `to`, both included, in order. */
export function occasionsOf(routine: Routine, from: Day, to: Day, around: Around): Occasion[] {
  const { rhythm, until } = routine.body;
  if (rhythm.every === 'event') return afterEvents(routine, from, to, around);
  const first = from < routine.body.from ? routine.body.from : from;
  const last = until !== undefined && until < to ? until : to;
  const occasions: Occasion[] = [];
  const days = Math.min(daysBetween(first, last), MOST_DAYS);
  for (let i = 0; i <= days; i++) {
    const day = addDays(first, i);
    if (!isDueOn(routine, day, around)) continue;
    occasions.push({ routine, day, key: day, dueAt: instantAt(day, routine.body.time, around.calendar) });
  }
  return occasions;
}

/** The next `count` occasions that are due after `now`, for the rhythm that both can see (R104). */
export function nextOccasions(routine: Routine, now: number, count: number, around: Around): Occasion[] {
  const today = dayOf(now, around.calendar);
  return occasionsOf(routine, today, addDays(today, MOST_DAYS), around)
    .filter(({ dueAt }) => dueAt >= now)
    .slice(0, count);
}

function isDueOn(routine: Routine, day: Day, { calendar, leave = [] }: Around): boolean {
  const { rhythm } = routine.body;
  const free = (date: Day) => isOnLeave(subjectOf(routine), date, leave) || !isWorkday(date, calendar);
  switch (rhythm.every) {
    case 'day':
      return !free(day);
    case 'week':
      // The weekday was chosen by a person: it counts also where it is a day of rest for others.
      return rhythm.days.includes(weekday(day)) && !isOnLeave(subjectOf(routine), day, leave);
    case 'month':
    case 'quarter':
      return !free(day) && isFirstFreeFrom(plannedBefore(day, rhythm), day, free);
    default:
      return false;
  }
}

/** The last planned date on or before a day. */
function plannedBefore(day: Day, { every, date }: { every: 'month' | 'quarter'; date: number }): Day {
  let month = day.slice(0, 7);
  for (let i = 0; i < 4; i++) {
    const planned = dateIn(month, date);
    const isStart = every === 'month' || (Number(month.slice(5)) - 1) % 3 === 0;
    if (isStart && planned <= day) return planned;
    month = addDays(`${month}-01`, -1).slice(0, 7);
  }
  return day;
}

/** The date in a month, `2026-11`; its last day where the month is shorter. */
function dateIn(month: string, date: number): Day {
  const first = `${month}-01`;
  const day = addDays(first, date - 1);
  return day.startsWith(month) ? day : addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
}

/** Is `day` the first day from the planned one on that is neither rest nor leave? */
function isFirstFreeFrom(planned: Day, day: Day, free: (day: Day) => boolean): boolean {
  for (let each = planned; each < day; each = addDays(each, 1)) if (!free(each)) return false;
  return true;
}

function afterEvents(
  routine: Routine,
  from: Day,
  to: Day,
  { calendar, leave = [], happened = [] }: Around,
): Occasion[] {
  const { rhythm, until = to } = routine.body;
  if (rhythm.every !== 'event') return [];
  return happened
    .filter(({ event, memberId }) => event === rhythm.event && memberId === subjectOf(routine))
    .map(({ key, at }) => {
      const dueAt = at + rhythm.withinHours * HOUR;
      return { routine, key, dueAt, at, day: dayOf(dueAt, calendar) };
    })
    .filter(({ at, day }) => {
      const began = dayOf(at, calendar);
      const inTime = began >= routine.body.from && began <= until && day >= from && day <= to;
      return inTime && !isOnLeave(subjectOf(routine), began, leave);
    })
    .map(({ at, ...occasion }) => occasion)
    .sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}
