import { useState } from 'react';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import type { Question } from '#lib/coaching/reviews/question-sets.ts';
import type { ReviewTexts } from '#lib/coaching/reviews/texts.ts';

interface Props {
  question: Question;
  texts: ReviewTexts;
  saved: { text: string; choices?: string[] | undefined } | undefined;
  saving: boolean;
  onSave(text: string, choices: string[]): void;
}

/** One question of a review: what can be chosen as chips, and a text beside it. Ctrl+Enter saves. */
export function QuestionField({ question, texts, saved, saving, onSave }: Props) {
  const [text, setText] = useState(saved?.text ?? '');
  const [choices, setChoices] = useState<string[]>(saved?.choices ?? []);
  const { id, several } = question;
  const words = texts.choices?.[id] ?? {};
  const label = texts.questions[id] ?? '';
  const isEmpty = text.trim() === '' && choices.length === 0;
  const choose = (choice: string, on: boolean) =>
    setChoices(before =>
      on ? [...(several ? before : []), choice] : before.filter(each => each !== choice),
    );
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (!isEmpty) onSave(text, choices);
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
          <TextField label={i18n.t('reviews.ownWords')} value={text} onChange={setText} maxLength={2000} />
        </fieldset>
      ) : (
        <TextField label={label} value={text} onChange={setText} maxLength={2000} />
      )}
      <div>
        <button type="submit" className="button primary" disabled={saving || isEmpty}>
          {i18n.t('reviews.next')}
        </button>
      </div>
    </form>
  );
}
