/** Reads what was ever decided on repeated corrections, and the corrections before and after (R055). */
import { isType, type Ruling } from '#lib/records/types.ts';
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { answersTo, isThere, recordsOfType } from './records.ts';

/** The newest decisions that are read. A workspace makes a few of them a month. */
const MOST = 500;

/**
 * The decisions of any age with the notes that they are about, and those that came within `window` ms after each; the
 * latter with their answers, which may take them back. In no particular order, without duplicates.
 */
export async function lessonRecords(
  db: SidelineDb,
  workspaceId: string,
  window: number,
): Promise<StoredRecord[]> {
  return db.transaction('r', db.records, async () => {
    const rulings = (await recordsOfType(db, workspaceId, 'ruling', { limit: MOST })).flatMap(row =>
      isType(row, 'ruling') && row.body.on === 'pattern' ? [row] : [],
    );
    const since = await Promise.all(rulings.map(ruling => notesAfter(db, ruling, window)));
    const before = await db.records.bulkGet([...new Set(rulings.flatMap(({ refs }) => refs))]);
    const notes = [...since.flat(), ...before.filter(row => row !== undefined)].filter(isThere);
    const answers = await answersTo(
      db,
      workspaceId,
      notes.map(({ id }) => id),
    );
    return [...new Map([...rulings, ...notes, ...answers].map(record => [record.id, record])).values()];
  });
}

/** About the person whom it was about; about anybody where it was about the workspace. */
function notesAfter(
  db: SidelineDb,
  { workspaceId, subjectId, createdAt }: Ruling,
  window: number,
): Promise<StoredRecord[]> {
  const [index, key] =
    subjectId === undefined
      ? ['[workspaceId+type+createdAt+id]', [workspaceId, 'note']]
      : ['[workspaceId+type+subjectId+createdAt+id]', [workspaceId, 'note', subjectId]];
  return db.records
    .where(index)
    .between([...key, createdAt], [...key, createdAt + window, '\uffff'], true, true)
    .toArray();
}
