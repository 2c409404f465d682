/** What the full page and Today read of a week: routines, runs, reviews, decisions, programmes, leave. */
import { useLive } from '#components/ui/use-live.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/** The newest of each kind: more than a quarter of a full team’s days. */
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
    return lists.flat();
  }, [db, workspaceId]);
}
