import { i18n } from '#i18n';
import { dayOf, localCalendar } from '#lib/coaching/calendar.ts';

/** A calendar's day, `2026-11-22`, as people write it: "22 Nov". */
export function dayWords(day: string): string {
  const format = new Intl.DateTimeFormat(i18n.t('language'), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** The day of an instant (ms since 1970) where this device is. */
export function dayOfInstant(instant: number): string {
  return dayOf(instant, localCalendar());
}
