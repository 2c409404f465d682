import { authorAndSubject } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { changeReview } from '#lib/actions/reviews.ts';
import { ofType } from '#lib/coaching/history.ts';
import { decisionOf } from '#lib/coaching/reviews/shared.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Review } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { said } from './said.ts';
import './reviews.css';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  review: Review;
  onClose(): void;
}

/** A review as it was written, to be read. One that its author left can be gone on with. */
export function ReadReview({ db, identity, records, review, onClose }: Props) {
  const { problem, saving, save } = useSaving();
  const { body } = review;
  const texts = reviewTexts(body.kind, i18n.t('language'));
  const decision = decisionOf(records, review)?.body.text;
  const isLeft = body.left && body.doneAt === undefined && review.authorId === identity.memberId;
  // What was parked is there to be read again, and to be asked for another time.
  const notes = ofType(records, 'note').filter(({ id }) => body.noteIds.includes(id));
  const line = (key: string, label: string, text: string) => (
    <div key={key}>
      <dt className="hint">{label}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
  return (
    <section className="review stack" aria-labelledby="review">
      <div>
        <h2 id="review">{texts.name}</h2>
        <p className="hint">
          {[authorAndSubject(review, identity), body.from, isLeft ? i18n.t('reviews.left') : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {body.answers.length + body.evidence.length + notes.length === 0 && decision === undefined && (
        <p>{i18n.t('reviews.nothingSaid')}</p>
      )}
      <dl className="stack">
        {body.answers.map(answer =>
          line(answer.id, texts.questions[answer.id] ?? answer.id, said(answer, texts.choices?.[answer.id])),
        )}
        {body.evidence.map(({ artifact, text = '' }, at) =>
          line(
            `evidence-${at}`,
            i18n.t('reviews.evidence'),
            [text, artifact.title].filter(Boolean).join(' · '),
          ),
        )}
        {notes.map(({ id, body: { nextAction, observation } }) =>
          line(
            id,
            id === body.primaryNoteId ? i18n.t('reviews.theAsk') : i18n.t('reviews.parked'),
            nextAction || observation,
          ),
        )}
        {decision !== undefined && line('decision', i18n.t('reviews.decided'), decision)}
      </dl>
      <div className="row wrap">
        {isLeft && (
          <button
            type="button"
            className="button primary"
            disabled={saving}
            onClick={() => void save(() => changeReview(db, review.id, { left: false }))}
          >
            {i18n.t('reviews.resume')}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {i18n.t('reviews.back')}
        </button>
      </div>
      <Problem text={problem} />
    </section>
  );
}
