import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { beginReview } from '#lib/actions/reviews.ts';
import { dayOf } from '#lib/coaching/calendar.ts';
import { isSixWeekCheckDue, type StageState } from '#lib/coaching/programmes/stages.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import type { Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  programme: Programme;
  stages: readonly StageState[];
}

/** The reviews that belong to a programme, each when its time has come. They go on in the tab for reviews. */
export function LookBack({ db, identity, records, programme, stages }: Props) {
  const { problem, saving, save } = useSaving();
  const today = dayOf(Date.now(), rulesOf(identity).calendar);
  const kinds: ReviewKind[] = [
    ...(isSixWeekCheckDue(programme, records, today) ? (['sixWeeks'] as const) : []),
    ...(stages.some(({ state, missing }) => state === 'open' && missing.includes('endReview'))
      ? (['programmeEnd'] as const)
      : []),
  ];
  if (kinds.length === 0) return null;
  const { id: programmeId, subjectId } = programme;
  const whose = subjectId === undefined ? {} : { subjectId };
  return (
    <div className="row wrap">
      {kinds.map(kind => (
        <button
          key={kind}
          type="button"
          className="button"
          disabled={saving}
          onClick={() =>
            void save(async () => {
              await beginReview(db, identity, { kind, about: programmeId, ...whose, more: { programmeId } });
              location.hash = 'reviews';
            })
          }
        >
          {reviewTexts(kind, i18n.t('language')).name}
        </button>
      ))}
      <Problem text={problem} />
    </div>
  );
}
