/** Reads who is at the page from the session cookie, and guards all forms. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { z } from '#lib/records/zod.ts';
import { DEVICE_FLOW } from '#server/auth/device-requests.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { describeError } from '#server/http/log.ts';
import { hasNul } from '#server/http/plain-text.ts';
import { unavailable } from '#server/store/unavailable.ts';
import { messagesFor, type ProblemKey, problemKey } from '#server/words/choose-language.ts';
import { rememberBrowser } from './known-browser.ts';
import { messagePage, type Person } from './layout.ts';

export interface PageSession extends Person {
  id: string;
  userId: string;
  email: string;
  /** Headers that identify this session in calls to the auth library. */
  headers: Headers;
}

/** The session of the request's cookie; undefined when nobody is signed in. Passes renewed cookies on. */
export async function readSession(
  c: Context<AppEnv>,
  context: ServerContext,
): Promise<PageSession | undefined> {
  const { auth, config } = context;
  const cookie = c.req.header('cookie');
  if (cookie === undefined) return undefined;
  // Pass on only the cookie: a bearer token must not open a page.
  const headers = new Headers({ cookie });
  const found = await auth.api.getSession({ headers, returnHeaders: true });
  if (!found.response || found.response.session.userAgent === DEVICE_FLOW) return undefined;
  setCookies(c, found.headers.getSetCookie());
  const { session, user } = found.response;
  // However somebody signed in, by a link or by their company too, this browser is theirs now.
  try {
    await rememberBrowser(c, context, { email: user.email, userId: user.id, sessionId: session.id });
  } catch (error) {
    // A store that is full or can only be read still shows its pages: the next visit leaves the mark.
    if (!unavailable(error)) throw error;
    context.log({ level: 'warn', event: 'known-browser', ...describeError(error) });
  }
  return {
    id: session.id,
    userId: user.id,
    name: user.name,
    email: user.email,
    formToken: createHmac('sha256', config.secret).update(`form ${session.id}`).digest('base64url'),
    headers,
  };
}

export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

/**
 * Accepts forms only from our own pages. Browsers say where a form comes from. A client that does not is no browser
 * with somebody's cookie, or is too old to be trusted with one.
 */
export function guardForms({ config }: ServerContext) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const origin = c.req.header('origin');
    const ours =
      origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : origin === config.publicUrl;
    if (!ours) {
      return c.html(messagePage(messagesFor(c), messagesFor(c).notFrom), 403);
    }
    if (c.req.header('content-type')?.split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') {
      return c.html(messagePage(messagesFor(c), messagesFor(c).notForm), 415);
    }
    return next();
  });
}

/** No form that a person fills in here is longer, and parsing a megabyte of fields would take long. */
const MAX_FORM_BYTES = 64 * 1024;

/** Refuses a form that holds what not every database can store. `boundForms` has checked its size before. */
export const plainForms = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || !hasNul(await c.req.text())) return next();
  return c.html(messagePage(messagesFor(c), messagesFor(c).oddValue), 400);
});

export const boundForms = bodyLimit({
  maxSize: MAX_FORM_BYTES,
  onError: c => c.html(messagePage(messagesFor(c), messagesFor(c).formTooLong), 413),
});

/** Was this form made for this session? */
export function isOwnForm(form: URLSearchParams, session: PageSession): boolean {
  const given = Buffer.from(form.get('token') ?? '');
  const expected = Buffer.from(session.formToken);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Reads the form. `boundForms` has checked its size before. */
export async function readForm(c: Context<AppEnv>): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** Parses a form with a schema, or gives the key of the problem. Fields named in `lists` become lists. */
export function parseForm<S extends z.ZodType>(
  form: URLSearchParams,
  schema: S,
  lists: readonly string[] = [],
): { ok: true; value: z.infer<S> } | { ok: false; problem: ProblemKey } {
  // In one pass, because a form can have very many fields.
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of form) {
    const before = fields.get(name);
    if (Array.isArray(before)) before.push(value);
    else if (before === undefined) fields.set(name, lists.includes(name) ? [value] : value);
  }
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: problemKey(parsed.error.issues[0]?.message ?? 'unknown') };
}

/**
 * Where to go after signing in. Only a path on this server is accepted; anything else (another host, `//host`,
 * `/\host`, `javascript:`) becomes the start page.
 */
export function safeNext(next: string | null | undefined, publicUrl: string): string {
  if (!next?.startsWith('/')) return '/';
  try {
    const url = new URL(next, publicUrl);
    if (url.origin !== publicUrl) return '/';
    const path = url.pathname + url.search;
    return path.startsWith('//') ? '/' : path;
  } catch {
    // It is not an address at all.
    return '/';
  }
}

/** Tells the auth library which browser a new session is for, so that people recognise it in their list. */
export function browserHeaders(c: Context<AppEnv>): Headers {
  return new Headers({ 'user-agent': (c.req.header('user-agent') ?? '').slice(0, 300) });
}

/** The path, with where to go on afterwards. Nothing is added where that is the start page. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?${new URLSearchParams({ next })}`;
}

export function signInPath(next: string): string {
  return `/sign-in?${new URLSearchParams({ next })}`;
}
