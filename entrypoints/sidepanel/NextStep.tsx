import { AnswerForm } from '#components/notes/AnswerForm.tsx';
import type { Loop } from '#lib/coaching/loop.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { CoachStep } from './coach/CoachStep.tsx';
import type { StoredNote } from './live-records.ts';
import { answerNote } from './write/answer-note.ts';

export interface StepProps {
  db: SidelineDb;
  identity: Identity;
  note: StoredNote;
  loop: Loop;
  now: number;
}

/** The form for the step that this person owes on a note, if any: the coachee's steps here, the author's in coach/. */
export function NextStep(props: StepProps) {
  const { db, identity, note, loop } = props;
  const mine = loop.owed.find(step => step.memberId === identity.memberId);
  switch (mine?.step) {
    case 'answer':
      return <AnswerForm onAnswer={(answer, sentence) => answerNote(db, identity, note, answer, sentence)} />;
    case 'reply':
    case 'verdict':
      return <CoachStep {...props} step={mine.step} />;
    default:
      return null;
  }
}
