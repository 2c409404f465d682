/** Assignments begin and end by date: whoever reads carries out first what is due, so that no reader sees too much. */
import { createMiddleware } from 'hono/factory';
import type { Kysely } from 'kysely';
import type { ServerContext } from '#server/context.ts';
import { callerOf } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';

/** The members for whom something changed by it: usually nobody, at the cost of one look at the workspace's row. */
export async function settleIfDue(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
): Promise<ReadonlySet<string>> {
  const due = await db
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', workspaceId)
    .where('next_change_at', '<=', now)
    .executeTakeFirst();
  if (!due) return new Set();
  return (await changeWorkspace(db, workspaceId, now, async () => {})).touched;
}

/** Stands before every route that reads records or says who coaches whom; after `requireDevice`. */
export function settleFirst({ database, hub, now }: ServerContext) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { workspaceId, deviceId } = callerOf(c);
    hub.news(workspaceId, await settleIfDue(database.db, workspaceId, now()), deviceId);
    return next();
  });
}
