import { i18n } from '#i18n';

/** The short names of the weekdays, from the first day of the week. 7 January 2024 was a Sunday. */
export function weekdays(first: number): { day: number; name: string }[] {
  const format = new Intl.DateTimeFormat(i18n.t('language'), { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) => {
    const day = (i + first) % 7;
    return { day, name: format.format(Date.UTC(2024, 0, 7 + day)) };
  });
}
