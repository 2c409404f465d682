import { useLive } from '#components/ui/use-live.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { reviewRecords } from '#lib/store/queries/review.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/** What a review on the work with these keys is written with; undefined until it is read. */
export function useReviewRecords(
  db: SidelineDb,
  { workspaceId, memberId }: Identity,
  keys: readonly string[],
): StoredRecord[] | undefined {
  // As one text, so that the same keys are not read again for another list.
  const places = JSON.stringify(keys);
  return useLive(
    async () => reviewRecords(db, workspaceId, memberId, JSON.parse(places) as string[]),
    [db, workspaceId, memberId, places],
  );
}
