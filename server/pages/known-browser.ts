/**
 * A browser in which a person has signed in before bears a mark for that account. Wrong passwords that strangers try
 * count against everybody but such a browser, so that no stranger can keep an account's owner out. The mark opens
 * nothing: whoever has it still needs the password.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { DAY, SECOND } from '#lib/time.ts';
import type { AppEnv } from '#server/http/env.ts';

/** How long a browser stays known after the last visit that made a mark. Browsers keep no cookie for longer. */
const KNOWN_FOR = 365 * DAY;
/** How many accounts one browser may be known for; the oldest mark goes first. */
const MAX_MARKS = 5;
/** An id and its signature for one account. */
const MARK = /^[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{43}$/;

interface Config {
  publicUrl: string;
  secret: string;
}

/** The id of this browser for the account with this address; undefined when nobody has signed in to it here. */
export function knownBrowser(c: Context<AppEnv>, config: Config, email: string): string | undefined {
  for (const mark of marksOf(c, config)) {
    const [id = '', signature = ''] = mark.split('.');
    if (timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, email, config.secret)))) return id;
  }
  return undefined;
}

/** Marks this browser for the account. Call it only where that person is signed in. */
export function rememberBrowser(c: Context<AppEnv>, config: Config, email: string): void {
  if (knownBrowser(c, config, email) !== undefined) return;
  const id = randomBytes(12).toString('base64url');
  const marks = [`${id}.${sign(id, email, config.secret)}`, ...marksOf(c, config)].slice(0, MAX_MARKS);
  setCookie(c, nameOf(config), marks.join('~'), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(config),
    maxAge: KNOWN_FOR / SECOND,
  });
}

function marksOf(c: Context<AppEnv>, config: Config): string[] {
  const cookie = getCookie(c, nameOf(config)) ?? '';
  return cookie
    .split('~')
    .slice(0, MAX_MARKS)
    .filter(mark => MARK.test(mark));
}

function sign(id: string, email: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`known browser ${id} ${email.toLowerCase()}`)
    .digest('base64url');
}

function nameOf(config: Config): string {
  return isHttps(config) ? '__Host-sideline.known' : 'sideline.known';
}

function isHttps({ publicUrl }: Config): boolean {
  return publicUrl.startsWith('https://');
}
