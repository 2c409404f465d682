/** Reads what the weeks of some people are drawn from, each by an index and no further back than asked. */
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { isThere } from './records.ts';

/**
 * What these people logged and proved since `from` (ms since 1970), and what was decided about them. In no particular
 * order, without duplicates.
 */
export async function runRecords(
  db: SidelineDb,
  workspaceId: string,
  peopleIds: readonly string[],
  from: number,
): Promise<StoredRecord[]> {
  const read = (type: string, field: 'subjectId' | 'authorId', id: string) =>
    db.records
      .where(`[workspaceId+type+${field}+createdAt+id]`)
      .between([workspaceId, type, id, from], [workspaceId, type, id, Number.POSITIVE_INFINITY])
      .toArray();
  const found = await db.transaction('r', db.records, () =>
    Promise.all(
      peopleIds.flatMap(id => [
        read('log', 'subjectId', id),
        // Evidence decides between the entries of one day.
        read('evidence', 'authorId', id),
        read('decision', 'subjectId', id),
        read('ruling', 'subjectId', id),
      ]),
    ),
  );
  return found.flat().filter(isThere);
}
