/** Reads what a coach's to-do list is computed from, in bulk reads by index: fast however much is stored. */
import type { SidelineDb } from '#lib/store/db.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';
import { agreementsTo } from './agreements.ts';
import { answersInDepth, answersTo, isThere } from './records.ts';

/**
 * How far back we read notes and their answers, in ms: twice the window for patterns. Older ones are history.
 */
export const TEAM_WINDOW = 60 * DAY;
/** We need entries only to tell whether there are any recent ones; in ms. */
const ENTRY_WINDOW = 21 * DAY;

/**
 * The recent records of the people whom a member coaches, and the notes that the member wrote with their
 * answers; and when any of them is away. Proof is large, so only what is waiting for a verdict is included. In no
 * particular order, without duplicates.
 */
export async function teamRecords(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  peopleIds: readonly string[],
  now: number,
): Promise<StoredRecord[]> {
  const read = async (type: string, field: 'subjectId' | 'authorId', id: string, from: number) => {
    const key = [workspaceId, type, id];
    const rows = await db.records
      .where(`[workspaceId+type+${field}+createdAt+id]`)
      .between([...key, from], [...key, Number.POSITIVE_INFINITY])
      .toArray();
    return rows.filter(isThere);
  };
  const from = now - TEAM_WINDOW;
  return db.transaction('r', db.records, async () => {
    const found = (
      await Promise.all([
        read('note', 'authorId', memberId, from),
        db.records
          .where('[workspaceId+type+createdAt+id]')
          .between([workspaceId, 'ruling', from], [workspaceId, 'ruling', Number.POSITIVE_INFINITY])
          .filter(isThere)
          .toArray(),
        read('leave', 'subjectId', memberId, 0),
        ...peopleIds.flatMap(personId => [
          read('note', 'subjectId', personId, from),
          read('seen', 'authorId', personId, from),
          read('acknowledgement', 'authorId', personId, from),
          read('commitment', 'authorId', personId, from),
          read('reply', 'subjectId', personId, from),
          read('verdict', 'subjectId', personId, from),
          // What a finished one parked waits for nobody.
          read('review', 'subjectId', personId, from),
          read('log', 'subjectId', personId, now - ENTRY_WINDOW),
          read('behaviour', 'subjectId', personId, 0),
          // Days away may be said long before they come.
          read('leave', 'subjectId', personId, 0),
        ]),
      ])
    ).flat();
    const judged = new Set(found.flatMap(({ type, refs }) => (type === 'verdict' ? refs : [])));
    const open = found.filter(({ type, id }) => type === 'commitment' && !judged.has(id));
    const evidence = await answersTo(
      db,
      workspaceId,
      open.map(({ id }) => id),
    );
    const agreements = await agreementsTo(db, workspaceId, found);
    // Notes to people whom the member does not coach, or no longer coaches: there are few.
    const others = found.filter(
      ({ type, subjectId = '' }) =>
        type === 'note' && subjectId !== memberId && !peopleIds.includes(subjectId),
    );
    const theirs = await answersInDepth(
      db,
      workspaceId,
      others.map(({ id }) => id),
    );
    const all = [...found, ...evidence, ...agreements, ...theirs];
    return [...new Map(all.map(record => [record.id, record])).values()];
  });
}
