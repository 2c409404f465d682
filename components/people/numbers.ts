/** Formats numbers for people: always with the sample size, and no number if the sample is too small. */
import { i18n } from '#i18n';
import type { Adherence } from '#lib/coaching/metrics/adherence.ts';
import type { Share } from '#lib/coaching/metrics/statistics.ts';
import type { Trend } from '#lib/coaching/metrics/trend.ts';

const percent = (value: number) => String(Math.round(value * 100));

/** "75 % (15 of 20; 53–89 %)", or "not enough yet (3)". */
export function shareWords({ value, k, n, interval }: Share): string {
  if (value === null || interval === null) return i18n.t('coach.notEnough', [String(n)]);
  const [low, high] = interval;
  return i18n.t('coach.share', [percent(value), countOf(k), String(n), percent(low), percent(high)]);
}

export function adherenceWords(adherence: Adherence): string {
  if (adherence.noOpportunity && adherence.share.n === 0) return i18n.t('coach.nothingLogged');
  return shareWords(adherence.share);
}

export function trendWord(word: NonNullable<Trend['word']>): string {
  return word === 'improving' ? i18n.t('coach.improving') : i18n.t('coach.steady');
}

/** Half an implementation counts as a half; everything else is whole. */
export function countOf(k: number): string {
  return Number.isInteger(k) ? String(k) : k.toLocaleString(i18n.t('language'), { maximumFractionDigits: 1 });
}
