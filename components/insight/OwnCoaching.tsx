import { useMemo } from 'react';
import type { Team } from '#components/people/use-team.ts';
import { i18n } from '#i18n';
import { dayOf, weekOf } from '#lib/coaching/calendar.ts';
import type { Latency } from '#lib/coaching/metrics/latency.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Identity } from '#lib/store/identity.ts';
import { HOUR } from '#lib/time.ts';
import { Figure, ShareFigure } from './Figure.tsx';
import { ownCoaching } from './own-coaching.ts';
import { Quality } from './Quality.tsx';

/** The coach's own behaviours, above the team's (R131): how soon, how reliably, how well, how widely. */
export function OwnCoaching({ identity, team, now }: { identity: Identity; team: Team; now: number }) {
  const own = useMemo(() => ownCoaching(team, identity, now), [team, identity, now]);
  const { notes, latency, followUp, verdicts, kinds, lastWeek, fade } = own;
  const { calendar } = rulesOf(identity);
  const within = i18n.t('insight.window.weeks8');
  const inLastWeek = notes.filter(
    ({ createdAt }) => weekOf(dayOf(createdAt, calendar), calendar) === lastWeek?.week,
  );
  return (
    <section aria-labelledby="insight-own">
      <h2 id="insight-own">{i18n.t('insight.own.title')}</h2>
      {fade.alert && <p className="banner">{i18n.t('insight.own.faded')}</p>}
      <div className="figures">
        <ShareFigure
          name={i18n.t('insight.own.onTime')}
          share={latency.onTime}
          window={within}
          records={notes}
        >
          <LatencyWords latency={latency} />
        </ShareFigure>
        <ShareFigure
          name={i18n.t('insight.own.followUp')}
          share={followUp}
          window={within}
          records={verdicts}
        />
        <Quality identity={identity} records={team.records} />
        <Figure
          name={i18n.t('insight.own.kinds')}
          value={i18n.t('insight.own.kindsOf', [String(kinds.k), String(kinds.n - kinds.k)])}
          window={within}
          records={notes}
        >
          <p className="hint">{i18n.t('insight.own.kindsHint')}</p>
        </Figure>
        {lastWeek && lastWeek.coverage.n > 0 && (
          <ShareFigure
            name={i18n.t('insight.own.coverage')}
            share={lastWeek.coverage}
            window={i18n.t('insight.window.lastWeek')}
            records={inLastWeek}
          />
        )}
      </div>
    </section>
  );
}

function LatencyWords({ latency: { median, unknown } }: { latency: Latency }) {
  return (
    <>
      {median.value !== null && (
        <p className="hint">
          {i18n.t('insight.own.usually', [i18n.t('insight.own.hours', Math.round(median.value / HOUR))])}
        </p>
      )}
      {unknown.length > 0 && <p className="hint">{i18n.t('insight.own.unknown', unknown.length)}</p>}
    </>
  );
}
