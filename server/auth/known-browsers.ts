/**
 * The browsers in which a person has signed in before. Wrong passwords that strangers try do not count against such a
 * browser (pages/sign-in/tries.ts). We keep a list of them, so that an account can have only so many, and so that all of
 * them are forgotten when its person changes the password or signs out everywhere.
 */
import { type Kysely, sql } from 'kysely';
import { DAY } from '#lib/time.ts';
import type { Tables } from '#server/store/schema.ts';

/** How long a browser stays known after its last visit, in ms. */
export const KNOWN_FOR = 180 * DAY;
/** How many browsers an account may be known to; the one with the oldest visit goes first. */
export const MAX_KNOWN = 10;
/** A visit is written down only if the last one was at least so long ago. */
const RENEW_AFTER = 7 * DAY;

export interface Visit {
  userId: string;
  /** The session of the pages in which this browser is signed in. */
  sessionId: string;
  /** ms since 1970. */
  now: number;
}

/** Is this the id of a browser that is known for the account with this address? */
export async function isKnownBrowser(
  db: Kysely<Tables>,
  { id, email, now }: { id: string; email: string; now: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('known_browsers')
    .innerJoin('user', 'user.id', 'known_browsers.user_id')
    .select('known_browsers.id')
    .where('known_browsers.id', '=', id)
    .where('known_browsers.expires_at', '>', now)
    .where('user.email', '=', email.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes a visit of a browser that is known. Returns whether it is, and whether anything had to be written. */
export async function visitKnownBrowser(
  db: Kysely<Tables>,
  id: string,
  { userId, sessionId, now }: Visit,
): Promise<{ known: boolean; renewed: boolean }> {
  const row = await db
    .selectFrom('known_browsers')
    .select(['session_id', 'expires_at'])
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return { known: false, renewed: false };
  if (row.session_id === sessionId && row.expires_at > now + KNOWN_FOR - RENEW_AFTER) {
    return { known: true, renewed: false };
  }
  await db
    .updateTable('known_browsers')
    .set({ session_id: sessionId, expires_at: now + KNOWN_FOR })
    .where('id', '=', id)
    .execute();
  return { known: true, renewed: true };
}

/**
 * Adds a browser, if the session is still there: a page that loads while its person changes the password must not make
 * the browser known again.
 */
export async function addKnownBrowser(
  db: Kysely<Tables>,
  id: string,
  { userId, sessionId, now }: Visit,
): Promise<void> {
  await db
    .insertInto('known_browsers')
    .columns(['id', 'user_id', 'session_id', 'expires_at'])
    .expression(eb =>
      eb
        .selectFrom('session')
        // In the order of the columns above.
        .select([
          sql<string>`cast(${id} as text)`.as('id'),
          'userId as user_id',
          'session.id as session_id',
          sql<number>`cast(${now + KNOWN_FOR} as bigint)`.as('expires_at'),
        ])
        .where('session.id', '=', sessionId)
        .where('userId', '=', userId),
    )
    .onConflict(oc => oc.column('id').doUpdateSet({ expires_at: now + KNOWN_FOR }))
    .execute();
  await db
    .deleteFrom('known_browsers')
    .where('user_id', '=', userId)
    .where('id', 'not in', eb =>
      eb
        .selectFrom('known_browsers as newest')
        .select('newest.id')
        .where('newest.user_id', '=', userId)
        .orderBy('newest.expires_at', 'desc')
        .orderBy('newest.id')
        .limit(MAX_KNOWN),
    )
    .execute();
}

/** Forgets all browsers of a person, or all but the one in which they are signed in with the session `but`. */
export async function forgetBrowsers(db: Kysely<Tables>, userId: string, but?: string): Promise<void> {
  let query = db.deleteFrom('known_browsers').where('user_id', '=', userId);
  if (but !== undefined) query = query.where('session_id', '!=', but);
  await query.execute();
}

/** Forgets the browser in which a person is signed in with this session. */
export async function forgetBrowser(db: Kysely<Tables>, userId: string, sessionId: string): Promise<void> {
  await db
    .deleteFrom('known_browsers')
    .where('user_id', '=', userId)
    .where('session_id', '=', sessionId)
    .execute();
}
