/**
 * Days and weeks as people count them. Instants are ms since 1970, days are `2026-11-22` in the subject's own time
 * zone, and a week is named by its first day. Across a clock change an hour stays an hour and a day stays a date.
 */
import { DAY, MINUTE } from '#lib/time.ts';
import { type Week, weekIn } from './week.ts';

export type Day = string;

export interface Calendar {
  /** IANA name, `Europe/Berlin`. */
  timeZone: string;
  /** 0 is Sunday, 1 Monday. Absent: as it is where the time zone is, or in the browser's language. */
  weekStart?: number;
  /** Weekdays on which people work, 0 is Sunday. Absent: likewise. */
  workdays?: readonly number[];
}

export const DEFAULT_CALENDAR: Calendar = { timeZone: 'UTC', weekStart: 1, workdays: [1, 2, 3, 4, 5] };

/** The time zone of this device, with the week that people have there. */
export function localCalendar(): Calendar {
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

const weeks = new Map<string, Week>();

function weekAt({ timeZone }: Calendar): Week {
  const week = weeks.get(timeZone) ?? weekIn(timeZone);
  weeks.set(timeZone, week);
  return week;
}

/** The weekday on which a week begins, 0 is Sunday. */
export function firstWeekday(calendar: Calendar): number {
  return calendar.weekStart ?? weekAt(calendar).start;
}

/** The weekdays on which people rest, 0 is Sunday. */
export function restDays(calendar: Calendar): number[] {
  const { workdays } = calendar;
  return workdays ? [0, 1, 2, 3, 4, 5, 6].filter(day => !workdays.includes(day)) : [...weekAt(calendar).rest];
}

const QUARTER = 15 * MINUTE;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The date of an instant in the calendar's time zone. */
export function dayOf(instant: number, { timeZone }: Calendar = DEFAULT_CALENDAR): Day {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** When the day of an instant began in the calendar's time zone, in ms since 1970. */
export function startOfDay(instant: number, calendar: Calendar = DEFAULT_CALENDAR): number {
  const day = dayOf(instant, calendar);
  // A day has 23 to 25 hours, and every offset from UTC is a whole number of quarters of an hour.
  let start = Math.floor(instant / QUARTER) * QUARTER;
  while (dayOf(start - 1, calendar) === day) start -= QUARTER;
  return start;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY);
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The first day of the week that a day is in. */
export function weekOf(day: Day, calendar: Calendar = DEFAULT_CALENDAR): Day {
  return addDays(day, -((weekday(day) - firstWeekday(calendar) + 7) % 7));
}

export function isWorkday(day: Day, calendar: Calendar = DEFAULT_CALENDAR): boolean {
  return !restDays(calendar).includes(weekday(day));
}

/** Days on which a member is away, both included. Leave pauses deadlines and does not count in denominators. */
export interface Leave {
  memberId: string;
  from: Day;
  to: Day;
}

export function isOnLeave(memberId: string, day: Day, leave: readonly Leave[]): boolean {
  return leave.some(away => away.memberId === memberId && away.from <= day && day <= away.to);
}

/** Working days after `from`, up to and including `to`, on which the member was not away. */
export function workedDays(
  memberId: string,
  from: Day,
  to: Day,
  leave: readonly Leave[] = [],
  calendar: Calendar = DEFAULT_CALENDAR,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkday(day, calendar) && !isOnLeave(memberId, day, leave)) count++;
  }
  return count;
}

/** A deadline moved by the days of leave between its start and its end, including any leave in the added days. */
export function pausedDeadline(
  memberId: string,
  start: number,
  dueAt: number,
  leave: readonly Leave[],
  calendar: Calendar = DEFAULT_CALENDAR,
): number {
  let end = dueAt;
  // Most people are not away, and counting days is slow.
  if (!leave.some(away => away.memberId === memberId)) return end;
  for (let day = dayOf(start, calendar); day <= dayOf(end, calendar); day = addDays(day, 1)) {
    if (isOnLeave(memberId, day, leave)) end += DAY;
  }
  return end;
}
