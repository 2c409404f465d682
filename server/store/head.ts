/** The current state of a workspace in one row; every pull looks at it first. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export interface Head {
  /** The last sequence number given out. */
  seq: number;
  /** The random tag of the commit that gave it out. */
  tag: string;
  /** When the next assignment begins or ends, in ms since 1970; null when there is none. */
  nextChangeAt: number | null;
}

/** @throws when there is no such workspace. */
export async function readHead(db: Kysely<Tables>, workspaceId: string): Promise<Head> {
  // One transaction writes the workspace's number and its last commit, so one statement reads both.
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
