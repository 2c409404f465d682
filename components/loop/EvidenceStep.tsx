import { useContext, useState } from 'react';
import { EvidenceForm, type ProofDraft } from '#components/loop/EvidenceForm.tsx';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { PageBeside } from '#components/places/page-context.ts';
import { showEvidence } from '#lib/actions/evidence.ts';
import type { Commitment } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { AnotherRep } from './CommitStep.tsx';
import type { StepProps } from './step-props.ts';
import { shrink, takePicture } from './take-picture.ts';

/** Evidence for the latest commitment on a note, or the way to a smaller commitment. */
export function EvidenceStep(props: StepProps) {
  const [missed, setMissed] = useState(false);
  const commitment = props.loop.commitments.at(-1);
  if (!commitment) return null;
  if (missed) return <AnotherRep {...props} commitment={commitment} onCancel={() => setMissed(false)} />;
  return (
    <AddEvidence
      db={props.db}
      identity={props.identity}
      commitment={commitment}
      before={props.note.body.artifact.url}
      onMissed={() => setMissed(true)}
    />
  );
}

interface AddEvidenceProps {
  db: SidelineDb;
  identity: Identity;
  commitment: Commitment;
  /** Where the work was before, if we know it. */
  before?: string;
  onMissed(): void;
}

/** The evidence form, with what the page beside it can provide. */
export function AddEvidence({ db, identity, commitment, before = '', onMissed }: AddEvidenceProps) {
  const page = useContext(PageBeside);
  const here = page?.artifact?.url ?? '';
  const kept = useStepDraft<ProofDraft>(
    db,
    { workspaceId: identity.workspaceId, what: `proof|${commitment.id}` },
    { kind: 'workSample', context: 'real', text: '', link: here, before, after: here },
  );
  if (!kept) return null;
  return (
    <EvidenceForm
      draft={kept.draft}
      onDraft={kept.change}
      onPicture={page?.tabId === undefined ? undefined : takePicture}
      onPasted={shrink}
      onMissed={onMissed}
      onEvidence={async body => {
        await showEvidence(db, identity, commitment, body);
        await kept.done();
      }}
    />
  );
}
