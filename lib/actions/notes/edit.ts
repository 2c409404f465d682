/** Changing a note that was sent: the same record for ten minutes or until it is answered, then a new version of it. */

import { draftId } from '#lib/actions/drafts.ts';
import { editWindow } from '#lib/coaching/notes/edit-window.ts';
import type { ComposerDraft, EditOutcome } from '#lib/messages/contract.ts';
import { newId, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadDraft, saveDraft } from '#lib/store/drafts.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { answersTo } from '#lib/store/queries/records.ts';
import { DAY } from '#lib/time.ts';

/** Puts a note of one's own back into the composer of its artifact, unless something half-written is there. */
export async function beginEdit(db: SidelineDb, noteId: string, now: number): Promise<EditOutcome> {
  const identity = await loadIdentity(db);
  const note = await ownNote(db, identity, noteId);
  if (!note) return { ok: false, reason: 'not-yours' };
  const id = draftId(identity, note.body.artifact);
  const there = await loadDraft(db, id);
  if (there) return { ok: false, reason: 'draft-there' };
  const draft = draftOf(note);
  const { key } = note.body.artifact;
  await saveDraft(db, { id, workspaceId: identity.workspaceId, place: key, body: draft, updatedAt: now });
  return { ok: true, draft };
}

/**
 * The note as it is kept when `draft` changes one that was sent: its next revision while it may still be edited, else
 * `fresh` as a new version that takes its place. `fresh` itself where nothing is changed.
 */
export async function asEdited(
  db: SidelineDb,
  identity: Identity,
  draft: ComposerDraft,
  fresh: Note,
  now: number,
): Promise<Note> {
  const sent = draft.edits === undefined ? undefined : await ownNote(db, identity, draft.edits);
  if (!sent) return fresh;
  const answers = await answersTo(db, identity.workspaceId, [sent.id]);
  const { rulingId } = sent.body;
  const body = { ...fresh.body, ...(rulingId ? { rulingId } : {}) };
  if (editWindow(sent, answers, identity.memberId, now).may) return reviseRecord(sent, body, now);
  return { ...fresh, refs: [sent.id, ...fresh.refs], body: { ...body, replaces: sent.id } };
}

async function ownNote(db: SidelineDb, identity: Identity, id: string): Promise<Note | undefined> {
  const record: Envelope | undefined = await db.records.get(id);
  if (!record || !isType(record, 'note')) return undefined;
  return record.authorId === identity.memberId && record.workspaceId === identity.workspaceId
    ? record
    : undefined;
}

function draftOf({
  id,
  authorId,
  subjectId = authorId,
  audience,
  refs,
  createdAt,
  body,
}: Note): ComposerDraft {
  const { kind, anchor, behaviourId, observation, impact, nextAction, affirmation, checkInAt } = body;
  const label = anchor.kind === 'words' ? anchor.quote.exact : '';
  return {
    ...(anchor.kind === 'whole' ? {} : { place: { anchor, label } }),
    kind,
    subjectId,
    behaviourId,
    observation,
    impact,
    nextAction,
    affirmation,
    checkInDays: checkInAt === undefined ? undefined : Math.max(0, Math.round((checkInAt - createdAt) / DAY)),
    audience,
    scores: {},
    momentAt: body.momentAt,
    live: body.live,
    route: body.route,
    instances: body.scope === 'pattern' ? refs : undefined,
    openedAt: body.openedAt ?? createdAt,
    noteId: newId(),
    scorecardId: newId(),
    edits: id,
  };
}
