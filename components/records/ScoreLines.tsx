import { Fragment } from 'react';
import { nameOf } from '#components/people/names.ts';
import { Spark } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import type { Identity } from '#lib/store/identity.ts';
import type { NamedScores } from './use-scores.ts';
import './numbers.css';

/** Each rubric and rater as a line of its own, never joined: the latest score, the ones before, and a word for it. */
export function ScoreLines({ identity, scores }: { identity: Identity; scores: readonly NamedScores[] }) {
  return scores.map(({ rubricId, rubric, version, raterId, latest, points, trend }) => (
    <Fragment key={`${rubricId} ${version} ${raterId}`}>
      <dt dir="auto">{i18n.t('coach.scoreBy', [rubric, nameOf(identity, raterId)])}</dt>
      <dd>
        <Spark values={points} label={said => i18n.t('coach.scoresSoFar', [said])} />{' '}
        {latest === null
          ? i18n.t('coach.notEnough', [String(trend.n)])
          : i18n.t('coach.latestScore', [String(Math.round(latest)), String(trend.n)])}
        {trend.word &&
          ` · ${trend.word === 'improving' ? i18n.t('coach.improving') : i18n.t('coach.steady')}`}
      </dd>
    </Fragment>
  ));
}
