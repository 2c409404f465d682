/** Where a workspace stands: one row, which every pull looks at first. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export interface Head {
  /** The last sequence number given out. */
  seq: number;
  /** The random tag of the commit that it lies in. */
  tag: string;
  /** When the next assignment begins or ends by date, in ms since 1970; null when none will. */
  nextChangeAt: number | null;
}

/** @throws where there is no such workspace. */
export async function readHead(db: Kysely<Tables>, workspaceId: string): Promise<Head> {
  // The workspace's number and its last commit are written in one transaction, and read in one statement.
  const row = await db
    .selectFrom('workspaces')
    .innerJoin('commits', join =>
      join.onRef('commits.workspace_id', '=', 'workspaces.id').onRef('commits.seq', '=', 'workspaces.seq'),
    )
    .select(['workspaces.seq', 'commits.tag', 'workspaces.next_change_at'])
    .where('workspaces.id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return { seq: row.seq, tag: row.tag, nextChangeAt: row.next_change_at };
}
