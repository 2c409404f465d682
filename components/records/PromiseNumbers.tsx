import { countOf, shareWords } from '#components/people/numbers.ts';
import { Spark } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import { TREND_WEEKS } from '#lib/coaching/metrics/figures.ts';
import { type Implementation, implementationOf } from '#lib/coaching/metrics/implementation.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import { weeklyImplementation } from '#lib/coaching/metrics/weekly.ts';
import type { Rules } from '#lib/coaching/settings/rules.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

const SPAN = TREND_WEEKS * 7 * DAY;

interface Props {
  /** The person's practice. */
  records: readonly StoredRecord[];
  now: number;
  /** What the workspace has set. */
  rules: Rules;
}

/**
 * How one person's promises turned out, over twelve weeks and week by week, as lines of a list: with proof apart from
 * what is said only, and how much of the proof is from real work (R064, R066, R067, R071).
 */
export function PromiseNumbers({ records, now, rules: { calendar, clocks } }: Props) {
  const recent = records.filter(record => record.createdAt > now - SPAN);
  const whole = implementationOf(recent, now - SPAN, now, now, MINIMUM_N, clocks.verdict);
  const weeks = weeklyImplementation(records, now, TREND_WEEKS, calendar, clocks.verdict);
  const unverified = whole.verified.n - whole.verified.k;
  return (
    <>
      <dt>{i18n.t('coach.implementation')}</dt>
      <dd>
        {shareWords(whole.rate)}
        {whole.open > 0 && ` · ${i18n.t('coach.openPromises', whole.open)}`}
      </dd>
      <dt>{i18n.t('coach.evidenced')}</dt>
      <dd>
        {shareWords(whole.evidenced)}
        {unverified > 0 && ` · ${i18n.t('coach.unverified', [String(unverified)])}`}
      </dd>
      <dt>{i18n.t('coach.thisWeek')}</dt>
      <dd>{weekWords(weeks.at(-1))}</dd>
      <dt>{i18n.t('coach.lastWeek')}</dt>
      <dd>
        <Spark
          values={weeks.map(({ rate }) => rate.value)}
          label={said => i18n.t('coach.weeksOfPromises', [said])}
        />{' '}
        {weekWords(weeks.at(-2))}
      </dd>
      <dt>{i18n.t('coach.transfer')}</dt>
      <dd>{shareWords(whole.transfer)}</dd>
    </>
  );
}

function weekWords(week: Implementation | undefined): string {
  const found = week?.rate.n ?? 0;
  const open = (week?.open ?? 0) > 0 ? i18n.t('coach.openPromises', week?.open ?? 0) : '';
  if (found === 0) return open || i18n.t('coach.noneDue');
  const share = i18n.t('coach.kOfN', [countOf(week?.rate.k ?? 0), String(found)]);
  return [share, open].filter(Boolean).join(' · ');
}
