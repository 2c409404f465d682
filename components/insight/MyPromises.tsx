import { PromiseNumbers } from '#components/records/PromiseNumbers.tsx';
import { i18n } from '#i18n';
import { ofType } from '#lib/coaching/history.ts';
import { TREND_WEEKS } from '#lib/coaching/metrics/figures.ts';
import { runOf } from '#lib/coaching/metrics/run.ts';
import { weeklyImplementation } from '#lib/coaching/metrics/weekly.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { RunChart } from './RunChart.tsx';

interface Props {
  identity: Identity;
  /** My own practice. */
  records: readonly StoredRecord[];
  now: number;
}

/** How my own promises turned out, week by week (R064). Nothing until one has come due. */
export function MyPromises({ identity, records, now }: Props) {
  const own = records.filter(({ type, authorId }) => type !== 'commitment' || authorId === identity.memberId);
  if (ofType(own, 'commitment').every(({ body }) => body.dueAt > now)) return null;
  const rules = rulesOf(identity);
  const weeks = weeklyImplementation(own, now, TREND_WEEKS, rules.calendar, rules.clocks.verdict);
  const run = runOf(weeks.map(({ week, rate: { value, k, n } }) => ({ week, value, k, n })));
  return (
    <section aria-labelledby="insight-promises">
      <h2 id="insight-promises">{i18n.t('insight.mine.promises')}</h2>
      <div className="insight-line">
        <RunChart name={i18n.t('insight.mine.promisesRun')} run={run} />
        <dl className="numbers">
          <PromiseNumbers records={own} now={now} rules={rules} />
        </dl>
      </div>
    </section>
  );
}
