import { useId, useState } from 'react';
import { useElsewhere } from '#components/records/use-elsewhere.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { askQuestion } from '#lib/actions/notes/ask-question.ts';
import type { Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

const MAX_QUESTION = 500;

interface Props {
  db: SidelineDb;
  identity: Identity;
  note: Note;
  onDone(): void;
}

/**
 * Proposes a smaller step by asking a question, because the commitment is the coachee's and only they resize it
 * (R038–R041).
 */
export function AskEasier({ db, identity, note, onDone }: Props) {
  const id = useId();
  const [question, setQuestion] = useState(i18n.t('coach.easierQuestion'));
  const elsewhere = useElsewhere(note.subjectId);
  const { problem, setProblem, saving, save } = useSaving();

  function send(): void {
    void save(async () => {
      if (await askQuestion(db, identity, note, question.trim(), elsewhere)) onDone();
      else setProblem(i18n.t('coach.enoughToday'));
    });
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>{i18n.t('coach.askAbout')}</label>
        <textarea
          id={id}
          className="input"
          dir="auto"
          value={question}
          maxLength={MAX_QUESTION}
          onChange={event => setQuestion(event.target.value)}
        />
        <p className="hint">{i18n.t('coach.easierHint')}</p>
      </div>
      <Problem text={problem} />
      <div>
        <button
          type="button"
          className="button primary"
          disabled={saving || question.trim() === ''}
          onClick={send}
        >
          {i18n.t('coach.sendQuestion')}
        </button>
      </div>
    </>
  );
}
