/** Turns the composer's draft into records. send.ts decides whether they may be sent. */

import { momentOf } from '#lib/coaching/notes/moment.ts';
import { shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import { type Artifact, keptArtifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Audience } from '#lib/records/envelope.ts';
import type { Body, Note, Ruling, Scorecard } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import { DAY } from '#lib/time.ts';

const WHOLE = { kind: 'whole' as const };
/** The most earlier notes that a note about a habit refers to, because `refs` holds other things too. */
export const MAX_INSTANCES = 20;

export function noteFrom(identity: Identity, artifact: Artifact, draft: ComposerDraft, now: number): Note {
  const instances = draft.instances?.slice(-MAX_INSTANCES) ?? [];
  const affirmation = draft.affirmation?.trim();
  const body: Body<'note'> = {
    kind: draft.kind,
    artifact: keptArtifact(artifact),
    anchor: draft.live ? WHOLE : (draft.place?.anchor ?? WHOLE),
    ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
    observation: draft.observation.trim(),
    impact: draft.impact.trim(),
    nextAction: draft.nextAction.trim(),
    ...(affirmation ? { affirmation } : {}),
    ...(draft.checkInDays === undefined ? {} : { checkInAt: now + draft.checkInDays * DAY }),
    ...momentOf(draft, artifact, now),
    openedAt: draft.openedAt,
    ...(draft.live ? { live: true } : {}),
    ...(draft.route && draft.kind === 'question' ? { route: draft.route } : {}),
    // A habit needs at least two occasions (R054).
    ...(instances.length >= 2 ? { scope: 'pattern' } : {}),
  };
  const refs = instances.length >= 2 ? instances : [];
  return createRecord({ id: draft.noteId, type: 'note', ...common(identity, draft), refs, body }, now);
}

/** The author's ruling on the corrections `noteIds`, stored under `key`. */
export function rulingFrom(
  identity: Identity,
  draft: ComposerDraft & { ruling: NonNullable<ComposerDraft['ruling']> },
  { key, noteIds }: { key: string; noteIds: readonly string[] },
  now: number,
): Ruling {
  const { id, cause, remedy, sentence } = draft.ruling;
  const base = common(identity, draft);
  // Changing the brief or the tool concerns the person's other coaches too.
  const audience: Audience = base.audience === 'author' ? 'author' : 'coaches';
  const body: Body<'ruling'> = {
    on: 'pattern',
    key,
    ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
    cause,
    remedy,
    sentence: sentence.trim(),
  };
  const refs = noteIds.slice(-MAX_INSTANCES);
  return createRecord({ id, type: 'ruling', ...base, audience, refs, body }, now);
}

export function scorecardFrom(
  identity: Identity,
  artifact: Artifact,
  draft: ComposerDraft,
  refs: string[],
  now: number,
): Scorecard {
  const body: Body<'scorecard'> = {
    artifact: keptArtifact(artifact),
    anchor: draft.place?.anchor ?? WHOLE,
    // Store the version with the scores, because a later version asks something else.
    rubric: draft.rubric ?? { id: shippedRubric.id, version: shippedRubric.version },
    scores: Object.entries(draft.scores).map(([criterion, level]) => ({ criterion, level })),
    ...(draft.hookType ? { hookType: draft.hookType } : {}),
    ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
    openedAt: draft.openedAt,
  };
  return createRecord(
    { id: draft.scorecardId, type: 'scorecard', ...common(identity, draft), refs, body },
    now,
  );
}

function common({ workspaceId, memberId }: Identity, draft: ComposerDraft) {
  const { subjectId = memberId } = draft;
  // A note to oneself stays private, even if it was meant for somebody else while it was being written.
  const audience = subjectId === memberId && draft.audience === 'coaches' ? 'pair' : draft.audience;
  return { workspaceId, authorId: memberId, subjectId, audience };
}
