/**
 * Reads what the coaching rules need about one person: a bounded number of indexed reads, however much is
 * stored.
 */
import { seenBy } from '#lib/store/seen.ts';
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { agreementsTo } from './agreements.ts';
import { newest } from './records.ts';

/**
 * How many of each type we read, newest first. At three notes a day that is two months of notes; entries of
 * five behaviours go back about three months. Older records stay in the database.
 */
export const NEWEST = { note: 200, entry: 450, answer: 200, behaviour: 100 } as const;

/**
 * The records of one person's practice: notes on their work, the answers to them and whether the person has
 * seen them, commitments, proofs, verdicts, entries, reviews (by which notes are
 * parked), their behaviours and cycles, and the workspace's own
 * behaviours. In no particular order, without duplicates.
 */
export async function personRecords(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
): Promise<StoredRecord[]> {
  const about = (type: string, limit: number) =>
    newest(db, ['workspaceId', 'type', 'subjectId'], [workspaceId, type, memberId], { limit });
  const by = (type: string, limit: number) =>
    newest(db, ['workspaceId', 'type', 'authorId'], [workspaceId, type, memberId], { limit });
  const notesAndSeen = async () => {
    const notes = await about('note', NEWEST.note);
    const fromOthers = notes.filter(note => note.authorId !== memberId).map(({ id }) => id);
    return [...notes, ...(await seenBy(db, memberId, fromOthers))];
  };
  const read = () =>
    Promise.all([
      notesAndSeen(),
      by('acknowledgement', NEWEST.answer),
      about('reply', NEWEST.answer),
      by('commitment', NEWEST.answer),
      by('evidence', NEWEST.answer),
      about('verdict', NEWEST.answer),
      about('log', NEWEST.entry),
      about('behaviour', NEWEST.behaviour),
      about('cycle', NEWEST.behaviour),
      about('ruling', NEWEST.answer),
      about('review', NEWEST.behaviour),
      newest(db, ['workspaceId', 'type'], [workspaceId, 'behaviour'], { limit: NEWEST.behaviour }),
    ]);
  const found = await db.transaction('r', db.records, async () => {
    const records = (await read()).flat();
    return [...records, ...(await agreementsTo(db, workspaceId, records))];
  });
  return [...new Map(found.map(record => [record.id, record])).values()];
}
