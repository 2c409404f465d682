import { useId, useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { beginReview } from '#lib/actions/reviews.ts';
import { addDays, type Calendar, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { isOfOneself } from '#lib/coaching/reviews/about-oneself.ts';
import { notesOfSitting } from '#lib/coaching/reviews/finish.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { peopleOf } from '#lib/device/team.ts';
import { type Envelope, MAX_REFS } from '#lib/records/envelope.ts';
import { type ReviewKind, reviewKinds } from '#lib/records/kinds/review.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** Those that most weeks need stand open; the rest is one press away. */
const FIRST: readonly ReviewKind[] = ['weekly', 'debrief', 'afterAction', 'finish'];
/** These need a work, other people or a programme beside them, and begin there. */
const ELSEWHERE: readonly ReviewKind[] = ['sharedAsset', 'decisionBrief', 'programmeEnd', 'sixWeeks'];
/** By what a review is told from the next of its kind: the week, the month, else the day. */
const WEEKLY: readonly ReviewKind[] = ['weekly', 'leadership', 'intake'];
const MONTHLY: readonly ReviewKind[] = ['monthly', 'quarterly', 'cycle'];

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
  const id = useId();
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
          const period = periodOf(kind, rulesOf(identity).calendar);
          const whose = isOfOneself(kind) ? identity.memberId : subjectId;
          const notes = kind === 'finish' ? notesOfSitting(records, identity.memberId, whose) : [];
          const noteIds = notes.slice(-MAX_REFS).map(note => note.id);
          // A second sitting on one day is another review.
          const about = noteIds.at(-1) ?? period.from;
          const more = { ...period, noteIds };
          onBegun(await beginReview(db, identity, { kind, subjectId: whose, about, more }));
        })
      }
    >
      {reviewTexts(kind, language).name}
    </button>
  );
  return (
    <section aria-labelledby="reviews-start">
      <h2 id="reviews-start">{i18n.t('reviews.start')}</h2>
      {people.length > 1 && (
        <div className="field">
          <label className="legend" htmlFor={id}>
            {i18n.t('reviews.aboutWhom')}
          </label>
          <select
            id={id}
            className="input"
            aria-describedby={`${id}-hint`}
            value={subjectId}
            onChange={event => setSubject(event.target.value)}
          >
            {people.map(each => (
              <option key={each} value={each}>
                {nameOf(identity, each)}
              </option>
            ))}
          </select>
          <p className="hint" id={`${id}-hint`}>
            {i18n.t('reviews.ofOneself')}
          </p>
        </div>
      )}
      <div className="row wrap">{FIRST.map(button)}</div>
      <details>
        <summary>{i18n.t('reviews.more')}</summary>
        <div className="row wrap">{rest.map(button)}</div>
      </details>
      <Problem text={problem} />
    </section>
  );
}

/** Days and weeks as the workspace counts them. */
function periodOf(kind: ReviewKind, calendar: Calendar): { from: string; to: string } {
  const today = dayOf(Date.now(), calendar);
  if (WEEKLY.includes(kind)) {
    const from = weekOf(today, calendar);
    return { from, to: addDays(from, 6) };
  }
  const from = MONTHLY.includes(kind) ? `${today.slice(0, 7)}-01` : today;
  return { from, to: today };
}
