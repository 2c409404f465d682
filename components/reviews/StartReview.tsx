import { useState } from 'react';
import { PersonSelect } from '#components/people/PersonSelect.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { beginReview } from '#lib/actions/reviews.ts';
import { dayOf } from '#lib/coaching/calendar.ts';
import { ofPeriod } from '#lib/coaching/reviews/begin.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { peopleOf } from '#lib/device/team.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type ReviewKind, reviewKinds } from '#lib/records/kinds/review.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** Those that most weeks need stand open; the rest is one press away. */
const FIRST: readonly ReviewKind[] = ['weekly', 'debrief', 'afterAction', 'finish'];
/** These need a work, other people or a programme beside them, and begin there. */
const ELSEWHERE: readonly ReviewKind[] = ['sharedAsset', 'decisionBrief', 'programmeEnd', 'sixWeeks'];
interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  onBegun(id: string): void;
}

/** Begins a review of somebody’s work, or goes on with the one of this week. */
export function StartReview({ db, identity, records, onBegun }: Props) {
  const { problem, saving, save } = useSaving();
  const people = [identity.memberId, ...peopleOf(identity).map(({ id }) => id)];
  const [subjectId, setSubject] = useState(identity.memberId);
  const language = i18n.t('language');
  const rest = reviewKinds.filter(kind => !FIRST.includes(kind) && !ELSEWHERE.includes(kind));
  const button = (kind: ReviewKind) => (
    <button
      key={kind}
      type="button"
      className="button"
      disabled={saving}
      onClick={() =>
        void save(async () => {
          const { calendar } = rulesOf(identity);
          const today = dayOf(Date.now(), calendar);
          const asked = { kind, memberId: identity.memberId, subjectId, today, calendar };
          onBegun(await beginReview(db, identity, ofPeriod(records, asked)));
        })
      }
    >
      {reviewTexts(kind, language).name}
    </button>
  );
  return (
    <section aria-labelledby="reviews-start">
      <h2 id="reviews-start">{i18n.t('reviews.start')}</h2>
      <PersonSelect
        label={i18n.t('reviews.aboutWhom')}
        identity={identity}
        people={people}
        value={subjectId}
        onChange={setSubject}
        hint={i18n.t('reviews.ofOneself')}
      />
      <div className="row wrap">{FIRST.map(button)}</div>
      <details>
        <summary>{i18n.t('reviews.more')}</summary>
        <div className="row wrap">{rest.map(button)}</div>
      </details>
      <Problem text={problem} />
    </section>
  );
}
