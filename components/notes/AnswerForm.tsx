import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { Choices } from '#components/Choices.tsx';
import { i18n } from '#i18n';
import type { Answer } from '#lib/records/acknowledgement.ts';

const MAX_SENTENCE = 1000;

interface Props {
  onAnswer(answer: Answer, sentence: string): Promise<void>;
}

/** The coachee's answer: one of three, and one sentence. */
export function AnswerForm({ onAnswer }: Props) {
  const id = useId();
  const [answer, setAnswer] = useState<Answer | undefined>();
  const [sentence, setSentence] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (!answer) {
      setProblem(i18n.t('note.chooseAnswer'));
      return;
    }
    if (answer !== 'accept' && sentence.trim() === '') {
      setProblem(i18n.t('note.needSentence'));
      return;
    }
    setProblem(undefined);
    try {
      await onAnswer(answer, sentence.trim());
    } catch (error) {
      setProblem(i18n.t('composer.notSent', [error instanceof Error ? error.message : String(error)]));
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  }

  return (
    <form className="stack" style={{ gap: 8 }} onSubmit={submit} onKeyDown={onKeyDown}>
      <Choices<Answer>
        legend={i18n.t('note.yourAnswer')}
        value={answer}
        options={[
          { value: 'accept', label: i18n.t('note.accept') },
          { value: 'discuss', label: i18n.t('note.discuss') },
          { value: 'dispute', label: i18n.t('note.dispute') },
        ]}
        onChange={setAnswer}
      />
      <div className="field">
        <label htmlFor={id}>{i18n.t('note.sentence')}</label>
        <input
          id={id}
          className="input"
          dir="auto"
          value={sentence}
          maxLength={MAX_SENTENCE}
          placeholder={i18n.t('note.sentencePlaceholder')}
          onChange={event => setSentence(event.target.value)}
        />
      </div>
      <div aria-live="polite">{problem && <p className="banner warn">{problem}</p>}</div>
      <div>
        <button type="submit" className="button primary">
          {i18n.t('note.sendAnswer')}
        </button>
      </div>
    </form>
  );
}
