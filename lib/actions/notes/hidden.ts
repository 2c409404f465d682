/**
 * What becomes of a note or score that its author had kept from the person whom it is about (R228): it is sent to that
 * person alone as a record of its own, so that nobody is late with an answer to what they could not see. The original
 * stays until its author deletes it: the server may refuse the other one.
 */

import { activeBehaviours } from '#lib/actions/notes/composer-context.ts';
import { learnLexicon } from '#lib/coaching/language/index.ts';
import type { Elsewhere } from '#lib/coaching/notes/elsewhere.ts';
import type { SendOutcome } from '#lib/messages/contract.ts';
import { createRecord, deleteRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { mayWriteAbout } from '#lib/records/permissions.ts';
import { isType, type Note, type Scorecard } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { noteDraftId, saveDraft } from '#lib/store/drafts.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { save } from '../save.ts';
import { historyAbout } from './ahead.ts';
import { draftOf } from './draft-of.ts';
import { asHalfWritten, sentCopyId } from './hidden-draft.ts';
import { checked } from './send.ts';

/**
 * Sends it, after the same checks as any note; the original stays. `asIs`: its author has been asked about words that
 * no camera would see. Errors are those of saveOwn.
 */
export async function sendHidden(
  db: SidelineDb,
  identity: Identity,
  hidden: Note | Scorecard,
  locale: string,
  { asIs = false, elsewhere }: { asIs?: boolean; elsewhere?: Elsewhere | undefined } = {},
): Promise<SendOutcome> {
  const now = Date.now();
  if (!mayWriteAbout(writerOf(identity), hidden.subjectId ?? ''))
    return { ok: false, reason: 'may-not-write' };
  const to = {
    id: sentCopyId(hidden),
    workspaceId: identity.workspaceId,
    authorId: identity.memberId,
    subjectId: hidden.subjectId,
    audience: 'pair' as const,
    refs: await visibleRefs(db, hidden),
  };
  if (!isType(hidden, 'note')) {
    await save(db, createRecord({ ...to, type: 'scorecard', body: hidden.body as Scorecard['body'] }, now));
    return { ok: true, waiting: true };
  }
  const { rulingId, replaces, ...body } = hidden.body;
  // The note says by itself that it comes later than the moment.
  const momentAt = body.momentAt ?? hidden.createdAt;
  const note: Note = createRecord({ ...to, type: 'note', body: { ...body, momentAt } }, now);
  const [history, behaviours] = await Promise.all([
    historyAbout(db, note),
    activeBehaviours(db, identity.workspaceId),
  ]);
  const lexicon = learnLexicon(behaviours.map(each => each.body));
  const asked = asIs ? body.nextAction : undefined;
  const draft = draftOf(hidden);
  const records = checked(note, history, { draft, identity, locale, lexicon, now, asked, elsewhere });
  if (!Array.isArray(records)) return records;
  await save(db, ...records);
  return { ok: true, noteId: note.id, waiting: true };
}

/** Puts its words among the half-written notes on its work. Throws StorageFullError. */
export async function rewordHidden(db: SidelineDb, identity: Identity, hidden: Note): Promise<void> {
  const { workspaceId } = identity;
  const body = asHalfWritten(hidden);
  const id = noteDraftId(workspaceId, body.noteId);
  // What is half-written already is newer.
  if (await db.drafts.get(id)) return;
  await saveDraft(db, { id, workspaceId, place: hidden.body.artifact.key, body, updatedAt: Date.now() });
}

/** Deletes it. Errors are those of saveOwn. */
export async function deleteHidden(db: SidelineDb, hidden: Note | Scorecard): Promise<void> {
  await save(db, deleteRecord(hidden, Date.now()));
}

/** What it refers to, without what its person cannot see either. */
async function visibleRefs(db: SidelineDb, { refs, subjectId }: Note | Scorecard): Promise<string[]> {
  const isKept = ({ audience, subjectId: about }: Envelope) => audience === 'author' && about === subjectId;
  const found = await db.records.bulkGet([...refs]);
  return found.flatMap(record => (record && !isKept(record) ? [record.id] : []));
}
