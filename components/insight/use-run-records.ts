import { useMemo } from 'react';
import { useLive } from '#components/ui/use-live.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import { TREND_WEEKS } from '#lib/coaching/metrics/own-trend.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { runRecords } from '#lib/store/queries/runs.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

/** How far back lines go, in ms; a week more, because the first one begins before today's weekday. */
export const RUN_SPAN = (TREND_WEEKS + 1) * 7 * DAY;

/** What the lines of these people are drawn from, for each person; undefined until it is read. */
export function useRunRecords(
  db: SidelineDb,
  { workspaceId }: Identity,
  peopleIds: readonly string[],
): ReadonlyMap<string, StoredRecord[]> | undefined {
  const ids = peopleIds.join('\n');
  const records = useLive(
    async () => runRecords(db, workspaceId, ids === '' ? [] : ids.split('\n'), Date.now() - RUN_SPAN),
    [db, workspaceId, ids],
  );
  return useMemo(
    () =>
      records &&
      Map.groupBy(records, record => (record.type === 'evidence' ? record.authorId : subjectOf(record))),
    [records],
  );
}
