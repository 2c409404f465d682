/** Reads a JSON body: checks its type, bounds its size and nesting, parses its shape. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { oddValueIn } from '#lib/records/bounds.ts';
import type { z } from '#lib/records/zod.ts';
import type { AppEnv } from './env.ts';
import { nestingOfText } from './nesting.ts';
import { problem } from './problem.ts';

/**
 * When we refuse a request before we have read its body, we do not wait for the rest, so this connection is of no more
 * use. The answer says so; otherwise the client would send its next request on it and lose that too.
 */
export const closeUnread = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.status >= 400 && c.req.header('content-type') !== undefined && !c.req.raw.bodyUsed) {
    c.res.headers.set('connection', 'close');
  }
});

/**
 * Bounds every body, in bytes. If the request gives a length, we judge by that, and node holds the client to it. Only
 * without a length do we count, because counting means making a stream of the body.
 */
export function limitBody(maxSize: number) {
  const onError = (c: Context) =>
    problem(c, { status: 413, title: 'Too large', detail: 'Send fewer records at once.' });
  const counted = bodyLimit({ maxSize, onError });
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const length = c.req.header('content-length');
    const isSaid = length !== undefined && /^\d+$/.test(length) && !c.req.header('transfer-encoding');
    if (!isSaid) return counted(c, next);
    return Number(length) > maxSize ? onError(c) : next();
  });
}

/** Enough for any record in any list, and far below what could exhaust the stack. */
const MAX_DEPTH = 256;

export type Body<T> = { ok: true; value: T } | { ok: false; response: Response };

/**
 * The parsed body, or the answer (400, 415) that says what is wrong with it. app.ts has bounded its size before. Values
 * that not every database can store are refused, except in a push, which judges each of its records by itself.
 */
export async function readJson<S extends z.ZodType>(
  c: Context,
  schema: S,
  { oddValues = 'refused' }: { oddValues?: 'refused' | 'judged later' } = {},
): Promise<Body<z.infer<S>>> {
  const refuse = (status: 400 | 415, title: string, detail?: string): Body<z.infer<S>> => ({
    ok: false,
    response: problem(c, { status, title, ...(detail === undefined ? {} : { detail }) }),
  });
  if (!isJson(c.req.header('content-type'))) {
    return refuse(415, 'Not JSON', 'Send the body as application/json.');
  }
  const text = await c.req.text();
  if (nestingOfText(text) > MAX_DEPTH) return refuse(400, 'Nested too deeply');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(400, 'Not JSON', 'The body could not be read as JSON.');
  }
  const odd = oddValues === 'refused' ? oddValueIn(value) : undefined;
  if (odd !== undefined) return refuse(400, 'Not what this call takes', odd);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [first] = parsed.error.issues;
  return refuse(
    400,
    'Not what this call takes',
    first && `${first.path.join('.') || 'body'}: ${first.message}`,
  );
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
