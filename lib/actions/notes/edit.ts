/**
 * Changes a note that was sent: the same record for ten minutes or until it is answered, a new version of it after
 * that.
 */

import { type IsShown, takeDraft } from '#lib/actions/drafts.ts';
import { editWindow } from '#lib/coaching/notes/edit-window.ts';
import type { ComposerDraft, EditOutcome, NoteTexts, SendOutcome } from '#lib/messages/contract.ts';
import { artifactKeys } from '#lib/records/artifact.ts';
import { newId, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { draftsAt, noteDraftId, saveDraft } from '#lib/store/drafts.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { answersTo } from '#lib/store/queries/records.ts';
import { digest } from '#lib/store/row/versions.ts';
import { MAX_INSTANCES } from './build.ts';
import { checkInDaysOf, occasionsOf, saysTheSame } from './same-content.ts';

/**
 * Puts one of one's own notes into the form of `surface` as a half-written note beside the others. If a half-written
 * note that changes it exists already and nobody has it on screen, that one is continued.
 */
export async function beginEdit(
  db: SidelineDb,
  noteId: string,
  surface: string,
  now: number,
  isShown: IsShown,
): Promise<EditOutcome> {
  const identity = await loadIdentity(db);
  const note = await ownNote(db, identity, noteId);
  if (!note) return { ok: false, reason: 'not-yours' };
  const { workspaceId } = identity;
  const { artifact } = note.body;
  for (const row of await draftsAt(db, workspaceId, artifactKeys(artifact))) {
    const draft = row.body as ComposerDraft;
    if (draft.edits !== noteId) continue;
    const mine = row.surface === undefined || row.surface === surface;
    if (!mine && (await isShown(row.surface ?? '', draft.noteId))) continue;
    const taken = await takeDraft(db, artifact, draft.noteId, surface);
    if (taken) return { ok: true, draft: taken };
  }
  const draft = draftOf(note);
  const id = noteDraftId(workspaceId, draft.noteId);
  await saveDraft(db, { id, workspaceId, place: artifact.key, surface, body: draft, updatedAt: now });
  return { ok: true, draft };
}

/**
 * The note to store when `draft` changes one that was sent: its next revision while it may still be edited, otherwise
 * `fresh` as a new version that replaces it; `fresh` itself when the draft edits no note. If the note no longer says
 * what the draft was started from, returns what it says now, so that nothing overwrites words that the author has not
 * seen.
 */
export async function asEdited(
  db: SidelineDb,
  identity: Identity,
  draft: ComposerDraft,
  fresh: Note,
  now: number,
): Promise<Note | ChangedElsewhere> {
  const sent = draft.edits === undefined ? undefined : await ownNote(db, identity, draft.edits);
  if (!sent) return fresh;
  // A change stays on its work, whatever the page shows by now.
  const changed = { ...fresh, body: { ...fresh.body, artifact: sent.body.artifact } };
  const answers = await answersTo(db, identity.workspaceId, [sent.id]);
  const current = newestVersion(sent, answers, identity.memberId, fresh.id);
  if (hasMoved(current, sent, changed, draft)) {
    return {
      ok: false,
      reason: 'changed-elsewhere',
      theirs: textsOf(current),
      edits: current.id,
      base: digest(current),
    };
  }
  const { rulingId } = sent.body;
  const body = { ...changed.body, ...(rulingId ? { rulingId } : {}) };
  if (editWindow(sent, answers, identity.memberId, now).may) return reviseRecord(sent, body, now);
  return { ...fresh, refs: [sent.id, ...fresh.refs], body: { ...body, replaces: sent.id } };
}

export type ChangedElsewhere = Extract<SendOutcome, { reason: 'changed-elsewhere' }>;

/** The version that replaced the note, if any. `own` is the version being sent, possibly for the second time. */
function newestVersion(sent: Note, answers: readonly Envelope[], memberId: string, own: string): Note {
  const versions = answers.filter(
    (answer): answer is Note & Envelope =>
      isType(answer, 'note') &&
      answer.id !== own &&
      answer.authorId === memberId &&
      answer.deletedAt === undefined &&
      answer.body.replaces === sent.id,
  );
  return versions.reduce<Note>((newest, each) => (each.createdAt > newest.createdAt ? each : newest), sent);
}

/** Has `current` become a different text from the one the draft changes? It hasn't if it says the same as the draft. */
function hasMoved(current: Note, sent: Note, changed: Note, draft: ComposerDraft): boolean {
  if (current.deletedAt !== undefined || saysTheSame(current, changed)) return false;
  if (draft.base !== undefined) return digest(current) !== draft.base;
  // A draft from before we stored fingerprints: as far as we can know, it was started from the text as first sent.
  return current !== sent || current.updatedAt !== current.createdAt;
}

function textsOf({ body }: Note): NoteTexts {
  const { observation, impact, nextAction, affirmation = '' } = body;
  return { observation, impact, nextAction, affirmation };
}

async function ownNote(db: SidelineDb, identity: Identity, id: string): Promise<Note | undefined> {
  const record: Envelope | undefined = await db.records.get(id);
  if (!record || !isType(record, 'note')) return undefined;
  return record.authorId === identity.memberId && record.workspaceId === identity.workspaceId
    ? record
    : undefined;
}

function draftOf(note: Note): ComposerDraft {
  const { id, authorId, subjectId = authorId, audience, createdAt, body } = note;
  const { kind, anchor, behaviourId, observation, impact, nextAction, affirmation } = body;
  const label = anchor.kind === 'words' ? anchor.quote.exact : '';
  // What the page said is read from it again, and stays beside the place it was read at.
  const read = body.momentFrom !== undefined;
  const at = body.momentFrom === 'page' ? body.momentAt : undefined;
  return {
    ...(anchor.kind === 'whole' ? {} : { place: { anchor, label, at } }),
    kind,
    subjectId,
    behaviourId,
    observation,
    impact,
    nextAction,
    affirmation,
    checkInDays: checkInDaysOf(note),
    audience,
    scores: {},
    momentAt: read ? undefined : body.momentAt,
    live: body.live,
    route: body.route,
    instances: body.scope === 'pattern' ? occasionsOf(note).slice(-MAX_INSTANCES) : undefined,
    openedAt: body.openedAt ?? createdAt,
    noteId: newId(),
    scorecardId: newId(),
    edits: id,
    base: digest(note),
  };
}
