/**
 * Sends one request to a server that we do not trust: limits time and size, follows no redirects, sends no
 * cookies and validates the answer. Every failure is returned as a value.
 */
import { z } from '#lib/records/zod.ts';
import { HOUR } from '#lib/time.ts';
import { acceptOf, PROTOCOL, problemSchema, problemTypes } from './protocol.ts';

/** The browser kills a background worker that waits 30 s for an answer, so we give up earlier; in ms. */
export const REQUEST_TIMEOUT = 20_000;
/** The longest wait that a server may ask for, in ms. */
export const MAX_RETRY_AFTER = HOUR;
const MAX_PROBLEM_BYTES = 64 * 1024;

const oauthSchema = z.object({ error: z.string().max(100) });

/**
 * `offline`: no answer. `signed-out`: the token is no longer valid. `busy`: the server asks us to wait
 * (`retryAfter`, in ms). `outdated`: our version is too old for the server. `bad-server`: an answer that no
 * Sideline server gives. `error`: a problem that the server reports.
 */
export type FailureReason = 'offline' | 'signed-out' | 'busy' | 'outdated' | 'bad-server' | 'error';

export interface Failure {
  ok: false;
  reason: FailureReason;
  message: string;
  /** In ms. */
  retryAfter?: number;
  /** The HTTP status, if there was an answer. */
  status?: number;
  /** The `type` of the problem document, if there was one. */
  problem?: string;
  /** The `error` of an OAuth answer (RFC 6749, 5.2), if there was one. */
  oauthError?: string;
}

export type Reply<T> = { ok: true; value: T } | Failure;

export interface Call<S extends z.ZodType> {
  fetch: typeof fetch;
  url: string;
  method?: 'GET' | 'POST' | 'DELETE';
  token?: string;
  /** JSON text. */
  body?: string;
  /** The schema of a successful answer. */
  schema: S;
  /** We stop reading a longer answer. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/** Never throws. */
export async function request<S extends z.ZodType>(call: Call<S>): Promise<Reply<z.output<S>>> {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
  // Call fetch without `call.`, because the browser's own accepts no `this` but the global one.
  const { fetch } = call;
  try {
    const response = await unlessAborted(
      fetch(call.url, {
        method: call.method ?? 'GET',
        headers: headersOf(call),
        ...(call.body === undefined ? {} : { body: call.body }),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        signal,
      }),
      signal,
    );
    if (!response.ok) return await readFailure(response, signal);
    const text = await readText(response, call.maxBytes, signal);
    if (text === undefined) return badServer('The answer is too long.');
    return parseAnswer(text, call.schema);
  } catch (error) {
    if (call.signal?.aborted) return { ok: false, reason: 'error', message: 'Stopped.' };
    if (timeout.aborted)
      return { ok: false, reason: 'offline', message: 'The server took too long to answer.' };
    return {
      ok: false,
      reason: 'offline',
      message: error instanceof Error ? error.message : 'No connection.',
    };
  }
}

export function badServer(message: string): Failure {
  return { ok: false, reason: 'bad-server', message };
}

function headersOf(call: { token?: string; body?: string }): Record<string, string> {
  return {
    accept: acceptOf(PROTOCOL),
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

function parseAnswer<S extends z.ZodType>(text: string, schema: S): Reply<z.output<S>> {
  const json = text === '' ? null : parseJson(text);
  if (json === undefined) return badServer('The answer is not JSON.');
  const parsed = schema.safeParse(json);
  return parsed.success ? { ok: true, value: parsed.data } : badServer('The answer has an unknown form.');
}

async function readFailure(response: Response, signal: AbortSignal): Promise<Failure> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return { ...badServer('The server sends us to another address.'), status };
  }
  const text = (await readText(response, MAX_PROBLEM_BYTES, signal)) ?? '';
  const json = parseJson(text);
  const problem = problemSchema.safeParse(json);
  const oauth = oauthSchema.safeParse(json);
  const message = problem.success
    ? (problem.data.detail ?? problem.data.title)
    : `The server answered ${status}.`;
  const failure = {
    ok: false as const,
    message,
    status,
    ...(problem.success ? { problem: problem.data.type } : {}),
    ...(oauth.success ? { oauthError: oauth.data.error } : {}),
  };
  if (failure.problem === problemTypes.outdated) return { ...failure, reason: 'outdated' };
  if (status === 401) return { ...failure, reason: 'signed-out' };
  if (status === 429 || (status >= 502 && status <= 504)) {
    const retryAfter = readRetryAfter(response.headers.get('retry-after'), Date.now());
    return { ...failure, reason: 'busy', ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  return { ...failure, reason: problem.success || status >= 500 ? 'error' : 'bad-server' };
}

/** Converts seconds or an HTTP date to ms from `now`; undefined when it is missing or makes no sense. */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : / GMT$/.test(value)
      ? Date.parse(value) - now
      : Number.NaN;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER) : undefined;
}

/** The body as text; undefined when it is longer than `maxBytes`. */
async function readText(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await unlessAborted(reader.read(), signal);
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Nobody needs the rest, so it does not matter whether cancelling works.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The given `fetch` may ignore its signal, so we watch the signal ourselves. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const onAbort = () => stop.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, stop.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
