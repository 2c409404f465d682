import { percentFormat, Spark } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import { type OwnTrend, ownTrend } from '#lib/coaching/metrics/own-trend.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { TodayProps } from './TodayView.tsx';

/** My own trend for each active behaviour, compared with nobody else's. */
export function OwnTrends({ identity, records, behaviours: { active }, now }: TodayProps) {
  if (active.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="trend">
      <h2 id="trend">{i18n.t('today.trend.title')}</h2>
      <ul className="stack tight">
        {active.map(({ id, body }) => (
          <li key={id} className="trend">
            <p className="name" dir="auto">
              {body.name}
            </p>
            <Line
              own={ownTrend(
                records,
                identity.memberId,
                id,
                body.measure ?? { kind: 'opportunity' },
                now,
                rulesOf(identity).calendar,
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ own }: { own: OwnTrend }) {
  const { lately, trend } = own;
  const percent = percentFormat();
  return (
    <div className="row">
      <Spark
        values={own.weeks.map(({ value }) => value)}
        label={said => i18n.t('today.trend.weeks', [said])}
      />
      <p className="grow">
        {lately.value === null || lately.interval === null ? (
          <span className="hint">
            {i18n.t('today.trend.notEnough', [String(Math.round(lately.n)), String(MINIMUM_N)])}
          </span>
        ) : (
          <>
            <strong>{percent.format(lately.value)}</strong>{' '}
            <span className="hint">
              {i18n.t('today.trend.of', [
                String(lately.k),
                String(lately.n),
                percent.format(lately.interval[0]),
                percent.format(lately.interval[1]),
              ])}
            </span>
          </>
        )}
        {trend.word && (
          <span>
            {' · '}
            {trend.word === 'improving' ? i18n.t('today.trend.improving') : i18n.t('today.trend.steady')}
          </span>
        )}
      </p>
    </div>
  );
}
