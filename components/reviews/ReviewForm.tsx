import { useState } from 'react';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { nameOf } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { answerReview, changeReview, finishReview } from '#lib/actions/reviews.ts';
import { missingIn, stepsOf } from '#lib/coaching/reviews/progress.ts';
import { decisionOf } from '#lib/coaching/reviews/shared.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { knownSet } from '#lib/coaching/reviews/which-set.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Review } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { AskFields } from './AskFields.tsx';
import { type DecisionDraft, DecisionFields, decisionFrom, emptyDecision } from './DecisionFields.tsx';
import { EvidenceFields } from './EvidenceFields.tsx';
import { QuestionField } from './QuestionField.tsx';
import { SeenBy } from './SeenBy.tsx';
import { said } from './said.ts';
import './reviews.css';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  review: Review;
  onLeave(): void;
}

/** One question at a time: what is saved stands above as one line, and what is locked is not there yet. */
export function ReviewForm({ db, identity, records, review, onLeave }: Props) {
  const { problem, saving, save } = useSaving();
  const kept = useStepDraft<DecisionDraft>(
    db,
    { workspaceId: review.workspaceId, what: `review|${review.id}|decision` },
    emptyDecision(identity, review),
  );
  const [changed, setChanged] = useState<string>();
  const { body } = review;
  const set = knownSet(body.questionSet);
  if (!set) return <p className="banner warn">{i18n.t('reviews.newer')}</p>;
  if (!kept) return null;
  const decision = decisionFrom(kept.draft, Date.now());
  const texts = reviewTexts(body.kind, i18n.t('language'));
  const steps = stepsOf(set, body);
  const current = changed ?? steps.find(({ state }) => state === 'open')?.question.id;
  const known = decisionOf(records, review);
  const missing = missingIn(body, set, known || decision ? 1 : 0);
  const answersMissing = missing.some(({ what }) => what === 'answer');
  const answer = (id: string, text: string, choices: string[], done: () => Promise<void>) =>
    save(async () => {
      await answerReview(db, review.id, { id, text, ...(choices.length > 0 ? { choices } : {}) });
      await done();
      setChanged(undefined);
    });
  const finish = () =>
    save(async () => {
      await finishReview(db, identity, review.id, decision);
      await kept.done();
      onLeave();
    });
  return (
    <section className="review stack" aria-labelledby="review">
      <div>
        <h2 id="review">{texts.name}</h2>
        <p className="hint">
          {review.subjectId ? `${nameOf(identity, review.subjectId)} · ` : ''}
          {texts.intro}
        </p>
        <SeenBy {...{ identity, review }} />
      </div>
      {steps.map(({ question, state }) => {
        const saved = body.answers.find(each => each.id === question.id);
        if (question.id === current) {
          return (
            <QuestionField
              key={question.id}
              {...{ db, review, question, texts, saved, saving }}
              onSave={(text, choices, done) => void answer(question.id, text, choices, done)}
            />
          );
        }
        if (state === 'locked') return null;
        return (
          <button key={question.id} type="button" className="saved" onClick={() => setChanged(question.id)}>
            <span className="hint">{texts.questions[question.id]}</span>
            <span dir="auto">
              {saved ? said(saved, texts.choices?.[question.id]) : i18n.t('reviews.optional')}
            </span>
          </button>
        );
      })}
      {set.ends === 'ask' && (
        <AskFields
          {...{ review, records }}
          onChange={primaryNoteId => void save(() => changeReview(db, review.id, { primaryNoteId }))}
        />
      )}
      {!answersMissing && body.kind === 'debrief' && (
        <EvidenceFields
          {...{ review, records }}
          onChange={evidence => void save(() => changeReview(db, review.id, { evidence }))}
        />
      )}
      {!answersMissing && set.ends === 'decision' && body.joins === undefined && !known && (
        <DecisionFields {...{ identity, review }} draft={kept.draft} onDraft={kept.change} />
      )}
      <div className="row wrap">
        <button
          type="button"
          className={answersMissing ? 'button' : 'button primary'}
          disabled={saving || missing.length > 0}
          onClick={() => void finish()}
        >
          {i18n.t('reviews.finish')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {i18n.t('reviews.later')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={saving}
          onClick={() => void save(() => changeReview(db, review.id, { left: true }).then(onLeave))}
        >
          {i18n.t('week.leave')}
        </button>
      </div>
      <Problem text={problem} />
    </section>
  );
}
