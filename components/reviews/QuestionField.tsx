import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import type { Question } from '#lib/coaching/reviews/question-sets.ts';
import type { ReviewTexts } from '#lib/coaching/reviews/texts.ts';
import type { Review } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';

interface Props {
  db: SidelineDb;
  review: Review;
  question: Question;
  texts: ReviewTexts;
  saved: { text: string; choices?: string[] | undefined } | undefined;
  saving: boolean;
  /** `done` is called when the answer is saved. */
  onSave(text: string, choices: string[], done: () => Promise<void>): void;
}

/**
 * One question of a review: what can be chosen as chips, and a text beside it. Ctrl+Enter saves. Until then the answer is
 * a draft on the device, whatever is shown in the meantime.
 */
export function QuestionField({ db, review, question, texts, saved, saving, onSave }: Props) {
  const { id, several } = question;
  const kept = useStepDraft<{ text: string; choices: string[] }>(
    db,
    { workspaceId: review.workspaceId, what: `review|${review.id}|${id}` },
    { text: saved?.text ?? '', choices: saved?.choices ?? [] },
  );
  if (!kept) return null;
  const { text, choices } = kept.draft;
  const words = texts.choices?.[id] ?? {};
  const label = texts.questions[id] ?? '';
  const isEmpty = text.trim() === '' && choices.length === 0;
  const write = (next: string) => kept.change({ text: next, choices });
  const choose = (choice: string, on: boolean) =>
    kept.change({
      text,
      choices: on ? [...(several ? choices : []), choice] : choices.filter(each => each !== choice),
    });
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (!isEmpty) onSave(text, choices, kept.done);
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {question.choices ? (
        <fieldset className="field">
          <legend className="legend">{label}</legend>
          <div className="choices">
            {question.choices.map(choice => (
              <label key={choice} className="choice">
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={id}
                  checked={choices.includes(choice)}
                  onChange={event => choose(choice, event.target.checked)}
                />
                <span>{words[choice] ?? choice}</span>
              </label>
            ))}
          </div>
          <TextField label={i18n.t('reviews.ownWords')} value={text} onChange={write} maxLength={2000} />
        </fieldset>
      ) : (
        <TextField label={label} value={text} onChange={write} maxLength={2000} />
      )}
      <div>
        <button type="submit" className="button primary" disabled={saving || isEmpty}>
          {i18n.t('reviews.next')}
        </button>
      </div>
    </form>
  );
}
