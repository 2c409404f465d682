import { type Calendar, DEFAULT_CALENDAR } from '#lib/coaching/calendar.ts';

/** Days and weeks as this person lives them: a log's day is the day on their own clock. */
export function deviceCalendar(): Calendar {
  return { ...DEFAULT_CALENDAR, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
