import { type CommitDraft, CommitForm } from '#components/loop/CommitForm.tsx';
import { ResizeForm, resizeDraft } from '#components/loop/ResizeForm.tsx';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { i18n } from '#i18n';
import { commit } from '#lib/actions/commitments.ts';
import { suggestCommitment } from '#lib/coaching/loop/suggest-commitment.ts';
import type { Commitment } from '#lib/records/types.ts';
import type { StepProps } from './step-props.ts';

/** The commitment on a note: the first one, or the next after a verdict that asks for another rep. */
export function CommitStep(props: StepProps) {
  const last = props.loop.commitments.at(-1);
  return last ? <AnotherRep {...props} commitment={last} /> : <FirstCommitment {...props} />;
}

function FirstCommitment({ db, identity, note, behaviour, now }: StepProps) {
  const suggested = suggestCommitment(note, behaviour, now);
  const kept = useStepDraft<CommitDraft>(
    db,
    { workspaceId: identity.workspaceId, what: `commit|${note.id}` },
    { ...suggested, successCondition: suggested.successCondition || i18n.t('note.commit.conditionUsual') },
  );
  if (!kept) return null;
  return (
    <CommitForm
      draft={kept.draft}
      now={now}
      behaviourId={note.body.behaviourId}
      onDraft={kept.change}
      onCommit={async body => {
        await commit(db, identity, note, body);
        await kept.done();
      }}
    />
  );
}

/** The same cue and smaller, or another cue. Also before a verdict, when the coachee says that it did not happen. */
export function AnotherRep({
  db,
  identity,
  note,
  loop,
  now,
  commitment,
  onCancel,
}: StepProps & { commitment: Commitment; onCancel?: () => void }) {
  const kept = useStepDraft(
    db,
    { workspaceId: identity.workspaceId, what: `resize|${commitment.id}` },
    resizeDraft(commitment.body),
  );
  if (!kept) return null;
  return (
    <ResizeForm
      commitment={commitment}
      draft={kept.draft}
      now={now}
      sameAgain={loop.verdict?.body.finding === 'noOpportunity'}
      onDraft={kept.change}
      onCommit={async body => {
        await commit(db, identity, note, body, { commitment, verdict: loop.verdict });
        await kept.done();
      }}
      {...(onCancel ? { onCancel } : {})}
    />
  );
}
