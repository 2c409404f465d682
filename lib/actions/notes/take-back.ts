/** Takes back what one wrote. The words go everywhere; ids and dates stay. */
import { answersByNote } from '#lib/coaching/loop/all-loops.ts';
import { answerToTakeBack, mayTakeBackNote, sentWith } from '#lib/coaching/notes/take-back.ts';
import type { TakeBack } from '#lib/messages/contract.ts';
import { deleteRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { answersInDepth } from '#lib/store/queries/records.ts';
import { placesOf, type StoredRecord } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** `places`: where what is gone now stood, and where somebody had taken it along to. Not `ok`: somebody has gone on from it meanwhile. */
export type TakeBackOutcome = { ok: true; places: string[] } | { ok: false };

/**
 * Takes back an own note with what was sent along with it, or one's own last answer to a note. Doing it again changes
 * nothing. Errors are those of saveOwn; then nothing was taken back.
 */
export async function takeBack(db: SidelineDb, what: TakeBack, now: number): Promise<TakeBackOutcome> {
  const identity = await loadIdentity(db);
  // Nobody may answer between the look and the deletion.
  return db.transaction('rw', db.records, async () => {
    const all = await answersInDepth(db, identity.workspaceId, [what.noteId]);
    const found = await toDelete(db, identity, what, all);
    if (!found) return { ok: false };
    for (const record of found) await saveOwn(db, deleteRecord(record, now));
    const isGone = found.some(({ id }) => id === what.noteId);
    const stood = isGone ? [...found, ...all.filter(record => isType(record, 'placement'))] : found;
    return { ok: true, places: [...new Set(stood.flatMap(placesOf))] };
  });
}

type Found = Envelope & Partial<Pick<StoredRecord, 'place' | 'address'>>;

async function toDelete(
  db: SidelineDb,
  { memberId, workspaceId }: Identity,
  { noteId, scorecardId, answerId }: TakeBack,
  all: readonly StoredRecord[],
): Promise<Found[] | undefined> {
  const isOwn = (record: Envelope) => record.authorId === memberId && record.workspaceId === workspaceId;
  const [note, card] = await db.records.bulkGet([noteId, scorecardId ?? '']);
  // As under the note on the screen: an answer to a later note that names this one belongs to that note.
  const answers = (note && answersByNote([note, ...all]).get(noteId)) || all;
  if (answerId !== undefined) {
    const answer = await db.records.get(answerId);
    if (!answer || answer.deletedAt !== undefined) return [];
    return answerToTakeBack(answers, memberId)?.id === answerId ? [answer] : undefined;
  }
  const scores =
    card && card.deletedAt === undefined && isType(card, 'scorecard') && isOwn(card) ? [card] : [];
  if (!note || !isType(note, 'note')) return scores;
  if (!isOwn(note) || !mayTakeBackNote(note, answers, memberId)) return undefined;
  const along = [...answers, ...scores, ...(await rulingOf(db, note))];
  return [note, ...new Map(sentWith(note, along).map(record => [record.id, record])).values()];
}

async function rulingOf(db: SidelineDb, { body }: Note): Promise<Envelope[]> {
  const ruling = body.rulingId === undefined ? undefined : await db.records.get(body.rulingId);
  return ruling ? [ruling] : [];
}
