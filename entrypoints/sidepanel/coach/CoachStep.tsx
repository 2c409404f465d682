import type { StepProps } from '../NextStep.tsx';
import { giveVerdict } from '../write/give-verdict.ts';
import { replyToAnswer } from '../write/reply-to-answer.ts';
import { ReplyForm } from './ReplyForm.tsx';
import { VerdictForm } from './VerdictForm.tsx';

/** What a note's author owes: a reply to "discuss" or "dispute", or a verdict. */
export function CoachStep({
  db,
  identity,
  note,
  loop,
  now,
  step,
}: StepProps & { step: 'reply' | 'verdict' }) {
  const { acknowledgement } = loop;
  if (step === 'reply') {
    if (!acknowledgement) return null;
    return (
      <ReplyForm
        onReply={(outcome, sentence) => replyToAnswer(db, identity, note, acknowledgement, outcome, sentence)}
      />
    );
  }
  const commitment = loop.commitments.at(-1);
  if (!commitment) return null;
  const evidence = loop.evidence.filter(proof => proof.refs[0] === commitment.id);
  return (
    <VerdictForm
      identity={identity}
      commitment={commitment}
      evidence={evidence}
      now={now}
      onVerdict={(finding, sentence) =>
        giveVerdict(db, identity, { note, commitment, evidence }, finding, sentence)
      }
    />
  );
}
