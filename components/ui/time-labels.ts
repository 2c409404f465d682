import { i18n } from '#i18n';
import { DAY, HOUR, MINUTE } from '#lib/time.ts';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** "5 minutes ago", "tomorrow", in the language of the messages. Instants in ms since 1970. */
export function relativeTime(instant: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(i18n.t('language'), { numeric: 'auto' });
  // The clock of a view ticks once a minute, and others' clocks are not ours: what was just written is not in the future.
  const then = instant > now && instant - now < 2 * MINUTE ? now : instant;
  for (const [unit, size] of UNITS) {
    const count = Math.round((then - now) / size);
    if (Math.abs(count) >= 1) return format.format(count, unit);
  }
  return format.format(0, 'minute');
}

/** "today", "tomorrow", "Friday" within a week, otherwise the date; with the time if hours matter. */
export function dayLabel(instant: number, now: number, { time = false } = {}): string {
  const language = i18n.t('language');
  const [day, today] = [new Date(instant), new Date(now)].map(date => date.setHours(12, 0, 0, 0));
  const days = Math.round(((day ?? 0) - (today ?? 0)) / DAY);
  const word =
    Math.abs(days) <= 1
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
      : days > 1 && days < 7
        ? new Intl.DateTimeFormat(language, { weekday: 'long' }).format(instant)
        : new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' }).format(
            instant,
          );
  // The last minute of a day stands for "that day".
  const date = new Date(instant);
  if (!time || (date.getHours() === 23 && date.getMinutes() === 59)) return word;
  return `${word}, ${new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(instant)}`;
}
