import { useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import { PersonSelect } from '#components/people/PersonSelect.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { dayLabel } from '#components/ui/time-labels.ts';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { announceWork, beginReview } from '#lib/actions/reviews.ts';
import { dayOf } from '#lib/coaching/calendar.ts';
import { ofType } from '#lib/coaching/history.ts';
import { isOn, ofPeriod, ofWork } from '#lib/coaching/reviews/begin.ts';
import { reviewsDue } from '#lib/coaching/reviews/due.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { peopleOf } from '#lib/device/team.ts';
import { type Artifact, artifactKeys } from '#lib/records/artifact.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import type { Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { whoseWork } from './whose-work.ts';

/** With one note there is nothing to choose from. */
const ENOUGH_TO_CHOOSE = 2;

interface Props {
  db: SidelineDb;
  identity: Identity;
  artifact: Artifact;
  /** Those on the work, newest first. */
  notes: readonly Note[];
  records: readonly StoredRecord[];
  now: number;
  /** How often it was asked for in the panel, so that it need not be found: each time opens it. */
  asked: number;
  onBegun(id: string): void;
}

/** Looking back where the work is: what was begun on it, what can be begun, and when it came out. */
export function ReviewHere({
  db,
  identity,
  artifact,
  notes,
  records,
  now,
  asked: timesAsked,
  onBegun,
}: Props) {
  const { problem, saving, save } = useSaving();
  const me = { id: identity.memberId, name: identity.name };
  const people = [me, ...peopleOf(identity)] as const;
  const [chosen, setChosen] = useState<string>();
  const subjectId = chosen ?? whoseWork(artifact.owner, people, notes);
  const { calendar } = rulesOf(identity);
  const language = i18n.t('language');
  const keys = artifactKeys(artifact);
  const due = reviewsDue(records, identity.memberId, now).filter(({ review }) => isOn(review, keys));
  const asked = (kind: ReviewKind) => ({
    kind,
    memberId: identity.memberId,
    subjectId,
    today: dayOf(Date.now(), calendar),
    calendar,
  });
  const sitting = ofPeriod(records, asked('finish')).more.noteIds ?? [];
  const isFinished = records.some(
    ({ type, body }) => type === 'review' && body.about === sitting.at(-1) && body.doneAt !== undefined,
  );
  const begin = (kind: ReviewKind) =>
    save(async () => {
      const beginning =
        kind === 'finish' ? ofPeriod(records, asked(kind)) : ofWork(records, asked(kind), { artifact });
      onBegun(await beginReview(db, identity, beginning));
    });
  const announce = () =>
    save(async () => {
      await announceWork(db, identity, ofWork(records, asked('debrief'), { artifact }), Date.now());
    });
  const button = (kind: ReviewKind, label = reviewTexts(kind, language).name) => (
    <button key={kind} type="button" className="button" disabled={saving} onClick={() => void begin(kind)}>
      {label}
    </button>
  );
  // Also one that nobody is asked for any more: when the work came out is said once.
  const isAnnounced = ofType(records, 'review').some(
    review =>
      review.authorId === identity.memberId &&
      review.subjectId === subjectId &&
      review.body.kind === 'debrief' &&
      isOn(review, keys) &&
      (review.body.publishedAt !== undefined || review.body.doneAt !== undefined),
  );
  return (
    <details
      key={timesAsked}
      className="stack"
      data-testid="review-here"
      open={timesAsked > 0 || due.length > 0 || undefined}
    >
      <summary>{i18n.t('reviews.here')}</summary>
      {due.map(({ kind, dueAt, review }) => (
        <div key={review.id} className="row wrap">
          <span className="grow">
            {reviewTexts(kind, language).name}{' '}
            <span className="hint">
              {[
                review.subjectId === undefined ? '' : nameOf(identity, review.subjectId),
                dueAt === undefined ? '' : i18n.t('reviews.by', [dayLabel(dueAt, now, { time: true })]),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <button type="button" className="button" onClick={() => onBegun(review.id)}>
            {i18n.t('reviews.resume')}
          </button>
        </div>
      ))}
      <PersonSelect
        label={i18n.t('reviews.aboutWhom')}
        identity={identity}
        people={people.map(({ id }) => id)}
        value={subjectId}
        onChange={setChosen}
      />
      <div className="row wrap">
        {button('debrief')}
        {button('afterAction')}
        {sitting.length >= ENOUGH_TO_CHOOSE &&
          !isFinished &&
          button('finish', i18n.t('reviews.finishNotes', [String(sitting.length)]))}
        {artifact.kind !== 'crm' && !isAnnounced && (
          <button type="button" className="button quiet" disabled={saving} onClick={() => void announce()}>
            {i18n.t('reviews.publishedToday')}
          </button>
        )}
      </div>
      <Problem text={problem} />
    </details>
  );
}
