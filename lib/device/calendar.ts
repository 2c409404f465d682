import { type Calendar, DEFAULT_CALENDAR } from '#lib/coaching/calendar.ts';

/** Days and weeks in this person's own time zone: a log's day is the date on their own clock. */
export function deviceCalendar(): Calendar {
  return { ...DEFAULT_CALENDAR, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
