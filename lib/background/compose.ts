/** The composer's requests: who and what one can write about, the draft, the sending. */
import { canSend, noteProblems } from '#lib/coaching/compose.ts';
import { shippedBehaviours } from '#lib/coaching/library.ts';
import { shippedRubric } from '#lib/coaching/rubrics.ts';
import type {
  BehaviourChoice,
  ComposerContext,
  ComposerDraft,
  NoteGap,
  SendOutcome,
} from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { MAX_NOTE_TEXT } from '#lib/records/note.ts';
import { parseRecord } from '#lib/records/parse.ts';
import { type Body, isType, type RecordOf } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { clearDraft, loadDraft, saveDraft } from '#lib/store/drafts.ts';
import { isStorageFull } from '#lib/store/errors.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { recordsOfType, saveOwn } from '#lib/store/records.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export async function composerContext(db: SidelineDb, artifact: Artifact): Promise<ComposerContext> {
  const identity = await loadIdentity(db);
  const { workspaceId, workspaceName, memberId, name, members } = identity;
  const [behaviours, draft] = await Promise.all([
    behaviourChoices(db, workspaceId),
    loadDraft(db, draftId(identity, artifact)),
  ]);
  const me = members.find(member => member.id === memberId);
  return {
    me: { id: memberId, name, roles: me?.roles ?? [] },
    workspaceName,
    solo: workspaceId === SOLO_WORKSPACE,
    members,
    behaviours,
    draft: draft?.body as ComposerDraft | undefined,
  };
}

/** The workspace's active behaviours, or the shipped ones while it has none. */
async function behaviourChoices(db: SidelineDb, workspaceId: string): Promise<BehaviourChoice[]> {
  const own = await recordsOfType(db, workspaceId, 'behaviour', { limit: 200 });
  const active = own.flatMap(record =>
    isType(record, 'behaviour') && record.body.state === 'active'
      ? [
          {
            id: record.id,
            name: record.body.name,
            standard: record.body.standard,
            subjectId: record.subjectId,
          },
        ]
      : [],
  );
  if (active.length > 0) return active;
  return shippedBehaviours.map(({ id, body }) => ({ id, name: body.name, standard: body.standard }));
}

export async function keepDraft(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft | null,
  now: number,
) {
  const identity = await loadIdentity(db);
  const id = draftId(identity, artifact);
  if (draft === null) await clearDraft(db, id);
  else {
    await saveDraft(db, {
      id,
      workspaceId: identity.workspaceId,
      place: artifact.key,
      body: draft,
      updatedAt: now,
    });
  }
}

/**
 * Makes the note, the scorecard or both, durable before it answers. Sending the same draft twice is one note. On any
 * refusal nothing is written and the draft stays.
 */
export async function send(
  db: SidelineDb,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
): Promise<SendOutcome> {
  const identity = await loadIdentity(db);
  const records = buildRecords(identity, artifact, draft, now);
  if (!Array.isArray(records)) return records;
  for (const record of records) {
    const parsed = parseRecord(record);
    if (!parsed.ok) return { ok: false, reason: 'too-long', message: parsed.reason };
  }
  try {
    await db.transaction('rw', db.records, db.drafts, async () => {
      for (const record of records) {
        if (!(await db.records.get(record.id))) await saveOwn(db, record);
      }
      await clearDraft(db, draftId(identity, artifact));
    });
  } catch (error) {
    if (isStorageFull(error)) {
      return { ok: false, reason: 'storage-full', message: 'storage-full' };
    }
    throw error;
  }
  const noteId = records.find(record => record.type === 'note')?.id;
  return { ok: true, ...(noteId ? { noteId } : {}), waiting: identity.workspaceId !== SOLO_WORKSPACE };
}

function buildRecords(
  identity: Identity,
  artifact: Artifact,
  draft: ComposerDraft,
  now: number,
): (RecordOf<'note'> | RecordOf<'scorecard'>)[] | Extract<SendOutcome, { ok: false }> {
  const tooLong = [draft.observation, draft.impact, draft.nextAction].some(
    text => text.length > MAX_NOTE_TEXT,
  );
  if (tooLong) return { ok: false, reason: 'too-long', message: `At most ${MAX_NOTE_TEXT} characters.` };
  const anchor = draft.place?.anchor ?? { kind: 'whole' as const };
  const common = {
    workspaceId: identity.workspaceId,
    authorId: identity.memberId,
    subjectId: draft.subjectId ?? identity.memberId,
    audience: draft.audience,
  };
  const records: (RecordOf<'note'> | RecordOf<'scorecard'>)[] = [];
  const scores = Object.entries(draft.scores).map(([criterion, level]) => ({ criterion, level }));
  if (hasText(draft)) {
    const body: Body<'note'> = {
      kind: draft.kind,
      artifact,
      anchor,
      ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
      observation: draft.observation.trim(),
      impact: draft.impact.trim(),
      nextAction: draft.nextAction.trim(),
      ...(draft.checkInDays === undefined ? {} : { checkInAt: now + draft.checkInDays * DAY_MS }),
      openedAt: draft.openedAt,
    };
    if (!canSend(body)) {
      return { ok: false, reason: 'incomplete', problem: gapOf(body) };
    }
    records.push(createRecord({ id: draft.noteId, type: 'note', ...common, body }, now));
  }
  if (scores.length > 0) {
    const body: Body<'scorecard'> = {
      artifact,
      anchor,
      rubric: { id: shippedRubric.id, version: shippedRubric.version },
      scores,
      ...(draft.behaviourId ? { behaviourId: draft.behaviourId } : {}),
      openedAt: draft.openedAt,
    };
    const refs = records.map(record => record.id);
    records.push(createRecord({ id: draft.scorecardId, type: 'scorecard', ...common, refs, body }, now));
  }
  if (records.length === 0) return { ok: false, reason: 'incomplete', problem: 'nothing' };
  return records;
}

/** The first thing that a note lacks. */
function gapOf(body: Body<'note'>): NoteGap {
  const [problem] = noteProblems(body);
  if (!problem) return 'nothing';
  if (problem.code === 'more-than-one-sentence') return 'one-sentence';
  if (problem.code === 'too-long') return 'shorter';
  return problem.part === 'nextAction' && body.kind === 'question' ? 'question' : problem.part;
}

function hasText(draft: ComposerDraft): boolean {
  return [draft.observation, draft.impact, draft.nextAction].some(text => text.trim() !== '');
}

function draftId(identity: Identity, artifact: Artifact): string {
  return `${identity.workspaceId}|${artifact.key}`;
}
