/** Deletes what has expired: sessions, known browsers, links, device codes, tickets. Never touches records. */
import type { Kysely } from 'kysely';
import { DAY, HOUR } from '#lib/time.ts';
import type { Tables } from './schema.ts';

/** How often, in ms. */
const TIDY_EVERY = HOUR;

/** How long we remember a device that was signed out, in ms. After that it only hears that it is unknown. */
const REVOKED_KEPT = 2 * 365 * DAY;

export async function tidy(db: Kysely<Tables>, now: number): Promise<void> {
  const today = new Date(now).toISOString();
  await db.deleteFrom('session').where('expiresAt', '<=', today).execute();
  await db.deleteFrom('verification').where('expiresAt', '<=', today).execute();
  await db.deleteFrom('deviceCode').where('expiresAt', '<=', today).execute();
  await db.deleteFrom('device_requests').where('expires_at', '<=', now).execute();
  await db.deleteFrom('known_browsers').where('expires_at', '<=', now).execute();
  await db
    .deleteFrom('revoked_tokens')
    .where('revoked_at', '<=', now - REVOKED_KEPT)
    .execute();
  await db.deleteFrom('tickets').where('expires_at', '<=', now).execute();
}

/** Once now, then every hour until `signal` aborts. */
export async function keepTidy(
  db: Kysely<Tables>,
  now: () => number,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  await tidy(db, now());
  const timer = setInterval(() => void tidy(db, now()).catch(onError), TIDY_EVERY);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
