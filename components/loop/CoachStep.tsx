import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { replyToAnswer } from '#lib/actions/replies.ts';
import { giveVerdict } from '#lib/actions/verdicts.ts';
import { ReplyForm } from './ReplyForm.tsx';
import type { StepProps } from './step-props.ts';
import { VerdictForm } from './VerdictForm.tsx';

/** The form for what a note's author owes: a reply to "discuss" or "dispute", or a verdict. */
export function CoachStep({ db, identity, note, loop, step }: StepProps & { step: 'reply' | 'verdict' }) {
  const { acknowledgement } = loop;
  const commitment = loop.commitments.at(-1);
  const kept = useStepDraft(
    db,
    {
      workspaceId: identity.workspaceId,
      what: `${step}|${note.id}|${(step === 'reply' ? acknowledgement?.id : commitment?.id) ?? ''}`,
    },
    '',
  );
  if (!kept) return null;
  const text = { sentence: kept.draft, onSentence: kept.change };
  if (step === 'reply' && acknowledgement) {
    return (
      <ReplyForm
        {...text}
        onReply={async (outcome, sentence) => {
          await replyToAnswer(db, identity, note, acknowledgement, outcome, sentence);
          await kept.done();
        }}
      />
    );
  }
  if (step === 'verdict' && commitment) {
    const evidence = loop.evidence.filter(each => each.refs[0] === commitment.id);
    return (
      <VerdictForm
        {...text}
        onVerdict={async (finding, sentence) => {
          await giveVerdict(db, identity, { note, commitment, evidence }, finding, sentence);
          await kept.done();
        }}
      />
    );
  }
  return null;
}
