import { i18n } from '#i18n';

/** A calendar's day, `2026-11-22`, as people write it: "22 Nov". */
export function dayWords(day: string): string {
  const format = new Intl.DateTimeFormat(i18n.t('language'), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** The day of an instant (ms since 1970), for the order of things on one picture. */
export function dayOfInstant(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
