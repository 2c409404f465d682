/**
 * A cursor names a sequence number of the workspace, the member for whom it was made, and the random tag of the commit
 * which that number belongs to. A server that was restored from a backup has another tag there, or none.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '#server/store/schema.ts';

export interface Cursor {
  seq: number;
  tag: string;
  memberId: string;
}

export function writeCursor({ seq, tag, memberId }: Cursor): string {
  return Buffer.from(JSON.stringify([seq, tag, memberId])).toString('base64url');
}

/** Undefined for anything that `writeCursor` did not write. */
export function readCursor(text: string): Cursor | undefined {
  if (text.length > 512) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value.length !== 3) return undefined;
    const [seq, tag, memberId]: unknown[] = value;
    if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return undefined;
    if (typeof tag !== 'string' || typeof memberId !== 'string') return undefined;
    return { seq, tag, memberId };
  } catch {
    // Not JSON, so not one of our cursors.
    return undefined;
  }
}

/** The tag of the commit that `seq` belongs to: the first commit whose own number is not below it. */
export async function tagAt(
  db: Kysely<Tables>,
  workspaceId: string,
  seq: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('commits')
    .select('tag')
    .where('workspace_id', '=', workspaceId)
    .where('seq', '>=', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.tag;
}
