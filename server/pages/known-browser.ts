/**
 * A browser in which a person has signed in before bears a mark for that account. Wrong passwords that strangers try
 * count against everybody but such a browser, so that no stranger can keep an account's owner out. The mark opens
 * nothing: whoever has it still needs the password. It counts as long as auth/known-browsers.ts knows it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { SECOND } from '#lib/time.ts';
import {
  addKnownBrowser,
  isKnownBrowser,
  KNOWN_FOR,
  visitKnownBrowser,
} from '#server/auth/known-browsers.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';

/** How many accounts one browser may be known for; the oldest mark goes first. */
const MAX_MARKS = 5;
/** An id and its signature for one account. */
const MARK = /^[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{43}$/;

type Known = Pick<ServerContext, 'config' | 'database' | 'now'>;

/** The id of this browser for the account with this address; undefined when nobody has signed in to it here. */
export async function knownBrowser(
  c: Context<AppEnv>,
  { config, database, now }: Known,
  email: string,
): Promise<string | undefined> {
  const id = idFor(c, config, email);
  if (id === undefined) return undefined;
  return (await isKnownBrowser(database.db, { id, email, now: now() })) ? id : undefined;
}

/** Marks this browser for the account. Call it only where that person is signed in. */
export async function rememberBrowser(
  c: Context<AppEnv>,
  { config, database, now }: Known,
  { email, userId, sessionId }: { email: string; userId: string; sessionId: string },
): Promise<void> {
  const visit = { userId, sessionId, now: now() };
  const held = idFor(c, config, email);
  const { known, renewed } =
    held === undefined ? { known: false, renewed: false } : await visitKnownBrowser(database.db, held, visit);
  if (known && !renewed) return;
  // One session makes one mark, however often its cookie is left out.
  const id = known && held !== undefined ? held : digest(config, `browser of ${sessionId}`).slice(0, 16);
  if (!known) await addKnownBrowser(database.db, id, visit);
  const others = marksOf(c, config).filter(mark => !isFor(mark, email, config));
  setCookie(
    c,
    nameOf(config),
    [`${id}.${sign(id, email, config)}`, ...others].slice(0, MAX_MARKS).join('~'),
    {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isHttps(config),
      maxAge: KNOWN_FOR / SECOND,
    },
  );
}

type Config = ServerContext['config'];

/** The id of the first mark with our signature for this address. */
function idFor(c: Context<AppEnv>, config: Config, email: string): string | undefined {
  return marksOf(c, config)
    .find(mark => isFor(mark, email, config))
    ?.split('.')[0];
}

function marksOf(c: Context<AppEnv>, config: Config): string[] {
  const cookie = getCookie(c, nameOf(config)) ?? '';
  return cookie
    .split('~')
    .slice(0, MAX_MARKS)
    .filter(mark => MARK.test(mark));
}

function isFor(mark: string, email: string, config: Config): boolean {
  const [id = '', signature = ''] = mark.split('.');
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, email, config)));
}

function sign(id: string, email: string, config: Config): string {
  return digest(config, `known browser ${id} ${email.toLowerCase()}`);
}

function digest({ secret }: Config, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function nameOf(config: Config): string {
  return isHttps(config) ? '__Host-sideline.known' : 'sideline.known';
}

function isHttps({ publicUrl }: Config): boolean {
  return publicUrl.startsWith('https://');
}
