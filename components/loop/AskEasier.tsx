import { useId, useRef, useState } from 'react';
import { type Refused, refusedWords } from '#components/notes/refused-words.ts';
import { nameOf } from '#components/people/names.ts';
import { useElsewhere } from '#components/records/use-elsewhere.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { askQuestion } from '#lib/actions/notes/ask-question.ts';
import { MAX_SET } from '#lib/coaching/notes/requirements.ts';
import type { Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

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
  const field = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState(i18n.t('coach.easierQuestion'));
  const elsewhere = useElsewhere(note.subjectId);
  const { problem, setProblem, saving, save } = useSaving();

  function send(): void {
    void save(async () => {
      const outcome = await askQuestion(db, identity, note, question, i18n.t('language'), elsewhere);
      if (outcome.ok) return onDone();
      setProblem(whyNot(outcome, nameOf(identity, note.subjectId ?? '')));
      field.current?.focus();
    });
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>{i18n.t('coach.askAbout')}</label>
        <textarea
          id={id}
          ref={field}
          className="input"
          dir="auto"
          value={question}
          maxLength={MAX_SET}
          aria-describedby={`${id}-hint`}
          onChange={event => setQuestion(event.target.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {i18n.t('coach.easierHint')}
        </p>
        <Problem text={problem} />
      </div>
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

function whyNot(refused: Refused, name: string): string {
  // Unlike in the composer, nothing is kept here until tomorrow.
  if (refused.reason === 'enough-today') return i18n.t('coach.enoughToday');
  return refusedWords(refused, name, () => i18n.t('coach.askAbout'));
}
