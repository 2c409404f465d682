/** Log entries for what the auth library does. It uses its own transactions, so the workspace's cannot carry them. */
import type { Kysely } from 'kysely';
import { membershipsOf } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import type { AuditInput } from './chain.ts';

/** Adds one entry, in a transaction of its own. */
export async function logEntry(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
  entry: AuditInput,
): Promise<void> {
  await changeWorkspace(db, workspaceId, now, async tx => tx.log(entry));
}

/** Somebody signed in to the pages: an entry in each workspace that they are a member of. */
export async function logSignIn(db: Kysely<Tables>, userId: string, now: number): Promise<void> {
  for (const { workspaceId, memberId } of await membershipsOf(db, userId)) {
    const entry: AuditInput = { kind: 'sign-in', actorId: memberId, subjectId: memberId, type: 'session' };
    await logEntry(db, workspaceId, now, entry);
  }
}

/** The member id of the person with this user id; undefined when they are not a member. */
export async function actorOf(
  db: Kysely<Tables>,
  workspaceId: string,
  userId: string | undefined,
): Promise<string | undefined> {
  if (userId === undefined) return undefined;
  const memberships = await membershipsOf(db, userId);
  return memberships.find(one => one.workspaceId === workspaceId)?.memberId;
}
