import { i18n } from '#i18n';
import { localCalendar } from '#lib/coaching/calendar.ts';
import { type OwnTrend, ownTrend } from '#lib/coaching/metrics/own-trend.ts';
import { MINIMUM_N } from '#lib/coaching/metrics/statistics.ts';
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
                localCalendar(),
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
      {own.weeks.filter(({ value }) => value !== null).length > 1 && <Spark own={own} />}
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

const WIDTH = 84;
const HEIGHT = 24;

/** Twelve weeks as a line that breaks where there was no occasion. */
function Spark({ own: { weeks } }: { own: OwnTrend }) {
  const percent = percentFormat();
  const step = WIDTH / Math.max(1, weeks.length - 1);
  const points = weeks.map(({ value }, i) =>
    value === null ? null : ([2 + i * step, 2 + (1 - value) * HEIGHT] as const),
  );
  const path = points
    .map((point, i) =>
      point ? `${points[i - 1] ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}` : '',
    )
    .join('');
  const said = weeks.map(({ value }) => (value === null ? '–' : percent.format(value))).join(', ');
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH + 4} ${HEIGHT + 4}`}
      width={WIDTH + 4}
      height={HEIGHT + 4}
      role="img"
      aria-label={i18n.t('today.trend.weeks', [said])}
    >
      <path d={path} />
      {points.map((point, i) => point && <circle key={weeks[i]?.week} cx={point[0]} cy={point[1]} r="2" />)}
    </svg>
  );
}

function percentFormat(): Intl.NumberFormat {
  return new Intl.NumberFormat(i18n.t('language'), { style: 'percent' });
}
