/** Reads what people answered to the behaviours that others proposed to them, however long ago that was. */
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';
import { isThere } from './records.ts';

/** By how much the clocks of two devices may differ, in ms. */
const CLOCKS_DIFFER = DAY;

/**
 * The answers to those of `records` that are active behaviours and need one. Other reads stop at a number of answers or
 * at a date, but an agreement holds until the behaviour ends. Call it within a transaction on the records.
 */
export async function agreementsTo(
  db: SidelineDb,
  workspaceId: string,
  records: readonly StoredRecord[],
): Promise<StoredRecord[]> {
  const proposed = records.filter(
    record =>
      isType(record, 'behaviour') &&
      record.body.state === 'active' &&
      record.subjectId !== undefined &&
      record.subjectId !== record.authorId,
  );
  const found = await Promise.all(
    [...Map.groupBy(proposed, record => record.subjectId ?? '')].map(async ([personId, behaviours]) => {
      const key = [workspaceId, 'acknowledgement', personId];
      const since = Math.min(...behaviours.map(({ createdAt }) => createdAt));
      const answers = await db.records
        .where('[workspaceId+type+authorId+createdAt+id]')
        .between([...key, since - CLOCKS_DIFFER], [...key, Number.POSITIVE_INFINITY])
        .toArray();
      const ids = new Set(behaviours.map(({ id }) => id));
      return answers.filter(answer => isThere(answer) && ids.has(answer.refs[0] ?? ''));
    }),
  );
  return found.flat();
}
