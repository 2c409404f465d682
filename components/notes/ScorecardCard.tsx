import { authorAndSubject } from '#components/people/names.ts';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import { relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { type Rubric, rubricsIn, wordingOf } from '#lib/coaching/rubrics/rubrics.ts';
import type { Scorecard } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/** One rater's scores, each with the words of its level. No total comes first, and nobody is compared with anybody. */
export function ScorecardCard({
  card,
  identity,
  now,
  rubrics = [],
}: {
  card: StoredRecord & Scorecard;
  identity: Identity;
  now: number;
  /** The workspace's own rubrics, all versions. */
  rubrics?: readonly Rubric[];
}) {
  const rubric = [...rubrics, ...rubricsIn(i18n.t('language'))].find(
    ({ id, version }) => id === card.body.rubric.id && version === card.body.rubric.version,
  );
  return (
    <article className="note" data-scorecard={card.id} aria-label={i18n.t('note.scores')}>
      <div className="meta">
        <span className="badge">{i18n.t('note.scores')}</span>
        <span>{authorAndSubject(card, identity)}</span>
        <time dateTime={new Date(card.createdAt).toISOString()}>{relativeTime(card.createdAt, now)}</time>
      </div>
      <dl>
        {card.body.scores.map(({ criterion, level }) => {
          const known = rubric?.criteria.find(each => each.id === criterion);
          const words =
            known && level !== null ? wordingOf(known, card.body.artifact.kind).levels[level] : undefined;
          return (
            <div key={criterion}>
              <dt>{known?.name ?? criterion}</dt>
              <dd>{level === null ? i18n.t('composer.notApplicableLong') : (words ?? String(level))}</dd>
            </div>
          );
        })}
      </dl>
      <SyncLine record={card} />
    </article>
  );
}
