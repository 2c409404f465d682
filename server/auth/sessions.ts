/** The browsers in which a person is signed in to the pages. Extensions are devices, see store/devices.ts. */
import type { Kysely } from 'kysely';
import { listDevices } from '#server/store/devices.ts';
import type { Tables } from '#server/store/schema.ts';
import { DEVICE_FLOW } from './device-requests.ts';
import { forgetBrowser, forgetBrowsers } from './known-browsers.ts';

export interface BrowserSession {
  id: string;
  /** The `User-Agent` at sign-in; null when it is not known. */
  userAgent: string | null;
  /** ms since 1970. */
  since: number;
  seen: number;
}

/** The sessions that have not expired, the newest first. */
export async function listSessions(
  db: Kysely<Tables>,
  userId: string,
  now: number,
): Promise<BrowserSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date(now).toISOString())
    .orderBy('createdAt', 'desc')
    .execute();
  return rows
    .filter(row => row.userAgent !== DEVICE_FLOW)
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      userAgent,
      since: Date.parse(createdAt),
      seen: Date.parse(updatedAt),
    }));
}

/** Ends one of a person's sessions; its browser is no longer known. False when it is not theirs or has ended already. */
export async function endSession(db: Kysely<Tables>, userId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  await forgetBrowser(db, userId, id);
  return result.numDeletedRows > 0n;
}

/** Ends all of a person's sessions, except `butId` if that is given. No other browser is known any more. */
export async function endSessions(db: Kysely<Tables>, userId: string, butId?: string): Promise<void> {
  let query = db.deleteFrom('session').where('userId', '=', userId);
  if (butId !== undefined) query = query.where('id', '!=', butId);
  await query.execute();
  await forgetBrowsers(db, userId, butId);
}

/** How many extensions each of these members has signed in. */
export async function countDevices(
  db: Kysely<Tables>,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const id of memberIds) counts.set(id, (await listDevices(db, workspaceId, id)).length);
  return counts;
}
