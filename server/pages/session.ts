/** Who is at the page, by the session cookie; and the guards that every form goes through. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { z } from '#lib/records/zod.ts';
import { DEVICE_FLOW } from '#server/auth/device-requests.ts';
import type { ServerContext } from '#server/context.ts';
import type { AppEnv } from '#server/http/env.ts';
import { messagesFor, type ProblemKey, problemKey } from '#server/words/words.ts';
import { messagePage, type Person } from './layout.ts';

export interface PageSession extends Person {
  id: string;
  userId: string;
  email: string;
  /** Headers that stand for this session in calls to the auth library. */
  headers: Headers;
}

/** The session of the request's cookie; undefined when nobody is signed in. Renewed cookies are passed on. */
export async function readSession(
  c: Context<AppEnv>,
  { auth, config }: ServerContext,
): Promise<PageSession | undefined> {
  const cookie = c.req.header('cookie');
  if (cookie === undefined) return undefined;
  // Only the cookie: a bearer must not open a page.
  const headers = new Headers({ cookie });
  const found = await auth.api.getSession({ headers, returnHeaders: true });
  if (!found.response || found.response.session.userAgent === DEVICE_FLOW) return undefined;
  setCookies(c, found.headers.getSetCookie());
  const { session, user } = found.response;
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
 * A form is only taken from one of our own pages. Browsers say where a form comes from; one that says nothing is not
 * a browser with somebody's cookie in it, or too old to be trusted with one.
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

/** Nothing that a person fills in here is longer, and reading the fields of a megabyte would take long. */
const MAX_FORM_BYTES = 64 * 1024;

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

/** The form, whose size `boundForms` has checked. */
export async function readForm(c: Context<AppEnv>): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** The fields of a form by a schema, or the key of the problem; names in `lists` are read as lists. */
export function parseForm<S extends z.ZodType>(
  form: URLSearchParams,
  schema: S,
  lists: readonly string[] = [],
): { ok: true; value: z.infer<S> } | { ok: false; problem: ProblemKey } {
  // In one pass: a form can have many names.
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
 * Where to go after signing in: only a path on this server. Anything else (another host, `//host`, `/\host`,
 * `javascript:`) becomes the start page.
 */
export function safeNext(next: string | null | undefined, publicUrl: string): string {
  if (!next?.startsWith('/')) return '/';
  try {
    const url = new URL(next, publicUrl);
    if (url.origin !== publicUrl) return '/';
    const path = url.pathname + url.search;
    return path.startsWith('//') ? '/' : path;
  } catch {
    // Not an address at all.
    return '/';
  }
}

/** What the auth library notes about a new session: which browser it is, so that its owner knows it in the list. */
export function browserHeaders(c: Context<AppEnv>): Headers {
  return new Headers({ 'user-agent': (c.req.header('user-agent') ?? '').slice(0, 300) });
}

export function signInPath(next: string): string {
  return `/sign-in?${new URLSearchParams({ next })}`;
}
