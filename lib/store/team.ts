/** All that waits for a coach is computed from, in a bounded number of indexed reads, however much is stored. */
import type { SidelineDb } from './db.ts';
import { answersInDepth, newest } from './records.ts';
import type { StoredRecord } from './row.ts';

/** How many of the newest are read: for each person; of one's own notes; and of rulings. */
export const NEWEST_OF_TEAM = { note: 100, entry: 20, behaviour: 30, own: 300, ruling: 300 } as const;

/**
 * The recent records of the people whom a member coaches, and of the notes that they wrote, with all that answers them.
 * Entries are few: they say whether there are any. Unordered, each once.
 */
export async function teamRecords(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  peopleIds: readonly string[],
): Promise<StoredRecord[]> {
  const about = (type: string, personId: string, limit: number) =>
    newest(db, ['workspaceId', 'type', 'subjectId'], [workspaceId, type, personId], { limit });
  return db.transaction('r', db.records, async () => {
    const [notes, others] = await Promise.all([
      Promise.all([
        newest(db, ['workspaceId', 'type', 'authorId'], [workspaceId, 'note', memberId], {
          limit: NEWEST_OF_TEAM.own,
        }),
        ...peopleIds.map(personId => about('note', personId, NEWEST_OF_TEAM.note)),
      ]),
      Promise.all([
        newest(db, ['workspaceId', 'type'], [workspaceId, 'ruling'], { limit: NEWEST_OF_TEAM.ruling }),
        ...peopleIds.flatMap(personId => [
          about('log', personId, NEWEST_OF_TEAM.entry),
          about('behaviour', personId, NEWEST_OF_TEAM.behaviour),
        ]),
      ]),
    ]);
    const ids = [...new Set(notes.flat().map(note => note.id))];
    const answers = await answersInDepth(db, workspaceId, ids);
    const found = [...notes.flat(), ...others.flat(), ...answers];
    return [...new Map(found.map(record => [record.id, record])).values()];
  });
}
