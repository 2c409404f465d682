import { ScoreLines } from '#components/records/ScoreLines.tsx';
import { useScores } from '#components/records/use-scores.ts';
import { i18n } from '#i18n';
import type { TodayProps } from './TodayView.tsx';

/** My own scores over time, also for somebody who works alone. Beside nobody else's. */
export function OwnScores({ db, identity }: Pick<TodayProps, 'db' | 'identity'>) {
  const scores = useScores(db, identity, identity.memberId);
  if (!scores || scores.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="own-scores">
      <h2 id="own-scores">{i18n.t('today.scores.title')}</h2>
      <dl className="numbers">
        <ScoreLines identity={identity} scores={scores} />
      </dl>
    </section>
  );
}
