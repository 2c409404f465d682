/** What a review on a work is written with, by indexed and bounded reads, however much else is stored. */
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { newest, recordsAt } from './records.ts';

/** How many of each, newest first: more reviews and notes than anybody writes in a few weeks. */
const NEWEST = 100;

/** The member's own reviews, notes and replies, all decisions, and the notes on the work with these keys. */
export async function reviewRecords(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  keys: readonly string[],
): Promise<StoredRecord[]> {
  const by = (type: string) =>
    newest(db, ['workspaceId', 'type', 'authorId'], [workspaceId, type, memberId], { limit: NEWEST });
  const found = await Promise.all([
    by('review'),
    by('note'),
    by('reply'),
    newest(db, ['workspaceId', 'type'], [workspaceId, 'decision'], { limit: NEWEST }),
    recordsAt(db, workspaceId, keys),
  ]);
  return [...new Map(found.flat().map(record => [record.id, record])).values()];
}
