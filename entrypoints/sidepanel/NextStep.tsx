import { useEffect, useRef } from 'react';
import { AnswerForm, NO_ANSWER } from '#components/notes/AnswerForm.tsx';
import type { Loop } from '#lib/coaching/loop.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { CommitStep } from './CommitStep.tsx';
import { CoachStep } from './coach/CoachStep.tsx';
import type { StoredNote } from './live-records.ts';
import { ProofStep } from './ProofStep.tsx';
import { useDraft } from './use-draft.ts';
import { answerNote } from './write/answer-note.ts';

export interface StepProps {
  db: SidelineDb;
  identity: Identity;
  note: StoredNote;
  loop: Loop;
  /** The behaviour that the note is about, where it is known here. */
  behaviour: Body<'behaviour'> | undefined;
  now: number;
}

/** The form for the step that this person owes on a note, if any: the coachee's steps here, the author's in coach/. */
export function NextStep(props: StepProps) {
  const mine = props.loop.owed.find(step => step.memberId === props.identity.memberId)?.step;
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(mine);
  useEffect(() => {
    // Whoever sent a step by keyboard goes on with the next one, not from the top of the page.
    if (shown.current !== mine && document.activeElement === document.body) place.current?.focus();
    shown.current = mine;
  }, [mine]);
  return (
    <div ref={place} tabIndex={-1} className="next-step">
      {mine === 'answer' && <AnswerStep {...props} />}
      {mine === 'commitment' && <CommitStep {...props} />}
      {mine === 'evidence' && <ProofStep {...props} />}
      {(mine === 'reply' || mine === 'verdict') && <CoachStep {...props} step={mine} />}
    </div>
  );
}

function AnswerStep({ db, identity, note, loop }: StepProps) {
  const kept = useDraft(
    db,
    {
      workspaceId: identity.workspaceId,
      what: `answer|${note.id}|${loop.reply?.id ?? ''}`,
    },
    NO_ANSWER,
  );
  if (!kept) return null;
  return (
    <AnswerForm
      kind={note.body.kind}
      draft={kept.draft}
      onDraft={kept.change}
      onAnswer={async body => {
        await answerNote(db, identity, note, loop.reply, body);
        await kept.done();
      }}
    />
  );
}
