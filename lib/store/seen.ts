/** Who has seen which note. We look `seen` records up by their ids, which is cheap and misses none. */
import { seenId } from '#lib/records/create.ts';
import type { SidelineDb } from './db.ts';
import type { StoredRecord } from './row/row.ts';

/**
 * Does this device know that the member has seen the note? Deleted and refused records count too, and so do
 * those that earlier versions wrote under other ids.
 */
export async function hasSeen(db: SidelineDb, noteId: string, memberId: string): Promise<boolean> {
  if (await db.records.get(seenId(noteId, memberId))) return true;
  const earlier = await db.records
    .where('refs')
    .equals(noteId)
    .filter(row => isSeenBy(row, memberId))
    .first();
  return earlier !== undefined;
}

/** The `seen` records of this member for any of these notes. */
export async function seenBy(
  db: SidelineDb,
  memberId: string,
  noteIds: readonly string[],
): Promise<StoredRecord[]> {
  const ids = noteIds.map(noteId => seenId(noteId, memberId));
  const found = (await db.records.bulkGet(ids)).map(row => (row?.deletedAt === undefined ? row : undefined));
  const rest = noteIds.filter((_, at) => found[at] === undefined);
  const earlier = await db.records.where('refs').anyOf(rest).distinct().toArray();
  return [
    ...found.filter(row => row !== undefined),
    ...earlier.filter(row => isSeenBy(row, memberId) && row.deletedAt === undefined),
  ];
}

function isSeenBy({ type, authorId }: StoredRecord, memberId: string): boolean {
  return type === 'seen' && authorId === memberId;
}
