/** Spans of time in ms. A day is 24 hours here; for days on a calendar see lib/coaching/calendar.ts. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
