/** Finds what was taken back. Every other query leaves tombstones out. */
import type { SidelineDb } from '../db.ts';
import type { StoredRecord } from '../row/row.ts';
import { isSound } from '../sound.ts';

/** The tombstones of answers to any of `ids`, oldest first. */
export async function answersTakenBack(
  db: SidelineDb,
  workspaceId: string,
  ids: readonly string[],
): Promise<StoredRecord[]> {
  const rows = await db.records
    .where('refs')
    .anyOf([...ids])
    .distinct()
    .toArray();
  return rows
    .filter(row => row.workspaceId === workspaceId && row.deletedAt !== undefined && isSound(row))
    .sort((a, b) => a.createdAt - b.createdAt);
}

/** The tombstones of notes about this member that others deleted at or after `since` (ms), newest first. */
export async function notesTakenBack(
  db: SidelineDb,
  workspaceId: string,
  memberId: string,
  since: number,
): Promise<StoredRecord[]> {
  const rows = await db.records
    .where('[workspaceId+type+subjectId+createdAt+id]')
    .between([workspaceId, 'note', memberId, 0], [workspaceId, 'note', memberId, Number.POSITIVE_INFINITY])
    .filter(row => row.deletedAt !== undefined && row.deletedAt >= since && row.authorId !== memberId)
    .toArray();
  return rows.filter(isSound).sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
}
