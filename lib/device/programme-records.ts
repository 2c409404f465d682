/** Reads what the stages of a programme are computed from, however much else the workspace has stored. */
import type { Calendar } from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { countsFor, isOfBaseline } from '#lib/coaching/programmes/stages.ts';
import { isType, type Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { isThere } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

/** What is logged of the baseline later than this after the start is not looked for, in ms. */
const LOGGED_WITHIN = 60 * DAY;

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
  const until = from + LOGGED_WITHIN;
  const between = (type: string, end: number) => {
    const fields = ['workspaceId', 'type', ...(subjectId === undefined ? [] : ['subjectId'])];
    const values = [workspaceId, type, ...(subjectId === undefined ? [] : [subjectId])];
    return db.records
      .where(`[${fields.join('+')}+createdAt+id]`)
      .between([...values, from], [...values, end]);
  };
  const [logs, notes] = await Promise.all([
    between('log', until).toArray(),
    between('note', Number.POSITIVE_INFINITY)
      .filter(row => isThere(row) && isType(row, 'note') && countsFor(programme, row, calendar))
      .limit(1)
      .toArray(),
  ]);
  // One bulk read is far faster than a cursor that looks at each.
  const counted = logs.filter(row => isThere(row) && isType(row, 'log') && isOfBaseline(programme, row));
  return [...counted, ...notes];
}
