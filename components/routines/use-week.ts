/** What the full page and Today read of a week: routines, runs, reviews, decisions, programmes, leave. */
import { useLive } from '#components/ui/use-live.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { programmeRecords } from '#lib/device/programme-records.ts';
import { isType, type Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/**
 * The newest of each kind in the whole workspace, which may be a few days of a large team. What a programme is computed
 * from is therefore read for each of them beside it.
 */
const NEWEST = {
  routine: 200,
  run: 600,
  review: 300,
  decision: 300,
  programme: 50,
  stage: 200,
  leave: 200,
  behaviour: 200,
  note: 100,
  log: 300,
} as const;

export function useWeek(db: SidelineDb, identity: Identity): StoredRecord[] | undefined {
  const { workspaceId } = identity;
  return useLive(async () => {
    const lists = await Promise.all(
      Object.entries(NEWEST).map(([type, limit]) => recordsOfType(db, workspaceId, type, { limit })),
    );
    const newest = lists.flat();
    const { calendar } = rulesOf(identity);
    const programmes = newest.flatMap(row => (isType(row, 'programme') && isRunning(row) ? [row] : []));
    const theirs = await Promise.all(programmes.map(each => programmeRecords(db, each, calendar)));
    return [...new Map([...newest, ...theirs.flat()].map(record => [record.id, record])).values()];
  }, [db, identity]);
}

function isRunning({ body }: Programme): boolean {
  return !body.template && body.endDay === undefined;
}
