import { useLive } from '#components/ui/use-live.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/** What is said of everybody's job and level here; undefined until it is read. */
export function usePositions(db: SidelineDb, { workspaceId }: Identity): StoredRecord[] | undefined {
  return useLive(() => recordsOfType(db, workspaceId, 'position'), [db, workspaceId]);
}
