/** Assignments begin and end by date. Every read first applies what is due, so that nobody sees too much. */
import { createMiddleware } from 'hono/factory';
import type { Kysely } from 'kysely';
import type { ServerContext } from '#server/context.ts';
import { askingDevice, callerOf } from '#server/http/caller.ts';
import type { AppEnv } from '#server/http/env.ts';
import { type Head, readHead } from '#server/store/head.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';

/**
 * Applies what is due. Returns the workspace's head after that, and the members for whom something changed: usually
 * none, and then it only costs a look at the workspace's row.
 */
export async function settle(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
): Promise<{ head: Head; touched: ReadonlySet<string> }> {
  const head = await readHead(db, workspaceId);
  if (head.nextChangeAt === null || head.nextChangeAt > now) return { head, touched: new Set() };
  const { touched } = await changeWorkspace(db, workspaceId, now, async () => {});
  return { head: await readHead(db, workspaceId), touched };
}

/** Put this before every route that reads records or says who coaches whom, and after `requireDevice`. */
export function settleFirst(context: ServerContext) {
  const { database, hub, now } = context;
  return createMiddleware<AppEnv>(async (c, next) => {
    const { workspaceId } = callerOf(c);
    const { head, touched } = await settle(database.db, workspaceId, now());
    hub.notify(workspaceId, touched, askingDevice(c, context));
    c.set('head', head);
    return next();
  });
}
