import { useEffect, useRef } from 'react';
import { AnswerForm, NO_ANSWER } from '#components/loop/AnswerForm.tsx';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { answerNote } from '#lib/actions/answers.ts';
import { questionsIn } from '#lib/coaching/notes/question-set.ts';
import { CoachStep } from './CoachStep.tsx';
import { CommitStep } from './CommitStep.tsx';
import { EvidenceStep } from './EvidenceStep.tsx';
import type { StepProps } from './step-props.ts';

/**
 * The form for the step this person owes on a note, if any: a step of the coachee, or one of the author (CoachStep).
 */
export function NextStep(props: StepProps) {
  const mine = props.loop.owed.find(step => step.memberId === props.identity.memberId)?.step;
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(mine);
  useEffect(() => {
    // Somebody who sent a step by keyboard continues with the next one, not from the top of the page.
    if (shown.current !== mine && document.activeElement === document.body) place.current?.focus();
    shown.current = mine;
  }, [mine]);
  return (
    <div ref={place} tabIndex={-1} className="next-step">
      {mine === 'answer' && <AnswerStep {...props} />}
      {mine === 'commitment' && <CommitStep {...props} />}
      {mine === 'evidence' && <EvidenceStep {...props} />}
      {(mine === 'reply' || mine === 'verdict') && <CoachStep {...props} step={mine} />}
    </div>
  );
}

function AnswerStep({ db, identity, note, loop }: StepProps) {
  const kept = useStepDraft(
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
      questions={note.body.kind === 'question' ? questionsIn(note.body.nextAction) : []}
      draft={kept.draft}
      onDraft={kept.change}
      onAnswer={async body => {
        await answerNote(db, identity, note, loop.reply, body);
        await kept.done();
      }}
    />
  );
}
