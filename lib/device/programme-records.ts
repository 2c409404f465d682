/** Reads what the stages of a programme are computed from, however much else the workspace has stored. */
import type { Calendar } from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { countsFor, isOfBaseline } from '#lib/coaching/programmes/stages.ts';
import { isType, type Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { isThere } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

/** What was logged in its baseline, and one note that counts to it: a gate asks only whether there is any. */
export async function programmeRecords(
  db: SidelineDb,
  programme: Programme,
  calendar: Calendar,
): Promise<StoredRecord[]> {
  const { workspaceId, subjectId, body } = programme;
  if (body.startDay === undefined) return [];
  // The person may be where the day begins earlier than in the workspace.
  const from = instantAt(body.startDay, '00:00', calendar) - DAY;
  const since = (type: string) => {
    const fields = ['workspaceId', 'type', ...(subjectId === undefined ? [] : ['subjectId'])];
    const values = [workspaceId, type, ...(subjectId === undefined ? [] : [subjectId])];
    return db.records
      .where(`[${fields.join('+')}+createdAt+id]`)
      .between([...values, from], [...values, Number.POSITIVE_INFINITY])
      .filter(isThere);
  };
  const [logs, notes] = await Promise.all([
    since('log')
      .filter(row => isType(row, 'log') && isOfBaseline(programme, row))
      .toArray(),
    since('note')
      .filter(row => isType(row, 'note') && countsFor(programme, row, calendar))
      .limit(1)
      .toArray(),
  ]);
  return [...logs, ...notes];
}
