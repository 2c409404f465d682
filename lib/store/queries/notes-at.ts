/** The notes and scores on one artifact, with those that were taken along to it from another. */
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { isThere, newestFirst, recordsAt } from './records.ts';

/** Newest first. A note counts as taken along if its author or this member did it: nobody moves another person's note. */
export async function notesAndScoresAt(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  places: readonly string[],
): Promise<StoredRecord[]> {
  const here = await recordsAt(db, workspaceId, places);
  const placements = here.filter(record => isType(record, 'placement'));
  if (placements.length === 0) return here;
  const notes = await db.records.bulkGet(placements.map(({ refs }) => refs[0] ?? ''));
  const along = notes.filter(
    (note, at): note is StoredRecord =>
      note !== undefined &&
      isThere(note) &&
      isType(note, 'note') &&
      [note.authorId, memberId].includes(placements[at]?.authorId ?? ''),
  );
  const each = new Map([...here, ...along].map(record => [record.id, record]));
  return [...each.values()].sort(newestFirst);
}
