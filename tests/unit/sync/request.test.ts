import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from '#lib/records/zod.ts';
import { REQUEST_TIMEOUT, readRetryAfter, request } from '#lib/sync/request.ts';
import type { Fetch } from './scene.ts';

const ask = (fetch: Fetch, changes: object = {}) =>
  request({
    fetch: fetch as typeof globalThis.fetch,
    url: 'https://team.example/v1/x',
    schema: z.object({ ok: z.boolean() }),
    maxBytes: 100,
    ...changes,
  });
const answer =
  (body: unknown, init?: ResponseInit): Fetch =>
  async () =>
    Response.json(body, init);

test('a request carries the token, follows no redirects and leaves no trace', async () => {
  const fetch = vi.fn<Fetch>(answer({ ok: true }));
  await ask(fetch, { method: 'POST', token: 't', body: '{}' });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
});

describe('an answer', () => {
  const problem = { type: 'urn:x', title: 'Title', status: 409, detail: 'Detail' };
  test.each<[string, Fetch, object]>([
    ['as expected', answer({ ok: true, more: 1 }), { ok: true, value: { ok: true } }],
    ['of another form', answer({ ok: 'yes' }), { reason: 'bad-server' }],
    ['that is no JSON', async () => new Response('<html>'), { reason: 'bad-server' }],
    ['that is too long', answer({ ok: true, text: 'x'.repeat(100) }), { reason: 'bad-server' }],
    ['without a body', async () => new Response(null), { reason: 'bad-server' }],
    ['that sends us elsewhere', async () => new Response('', { status: 301 }), { reason: 'bad-server' }],
    ['401', answer(problem, { status: 401 }), { reason: 'signed-out', problem: 'urn:x' }],
    [
      '429',
      async () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
      { reason: 'busy', retryAfter: 3000 },
    ],
    ['503', async () => new Response('', { status: 503 }), { reason: 'busy' }],
    ['500', async () => new Response('', { status: 500 }), { reason: 'error', status: 500 }],
    ['404 of another kind of server', async () => new Response('no'), { reason: 'bad-server' }],
    ['a problem', answer(problem, { status: 409 }), { reason: 'error', problem: 'urn:x', message: 'Detail' }],
    ['a problem of OAuth', answer({ error: 'slow_down' }, { status: 400 }), { oauthError: 'slow_down' }],
    [
      'a problem that is too long',
      async () => new Response('x'.repeat(100_000), { status: 500 }),
      { reason: 'error' },
    ],
    ['no answer', async () => Promise.reject(new TypeError('Failed to fetch')), { reason: 'offline' }],
  ])('an answer is classified: %s', async (_name, fetch, expected) => {
    expect(await ask(fetch)).toMatchObject(expected);
  });
});

describe('a server that does not answer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // Fake timers do not cover AbortSignal.timeout.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(ms => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('Timed out', 'TimeoutError')), ms);
      return controller.signal;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const silent: Fetch = () => new Promise(() => {});
  const stuck: Fetch = async () => new Response(new ReadableStream());

  test.each([
    ['at all', silent],
    ['to the end', stuck],
  ])(
    'a server that does not answer %s is given up before the browser kills the worker',
    async (_name, fetch) => {
      expect(REQUEST_TIMEOUT).toBeLessThan(30_000);
      const reply = ask(fetch);
      await vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT);
      expect(await reply).toMatchObject({ ok: false, reason: 'offline' });
    },
  );

  test('a request can be aborted at any time', async () => {
    const stop = new AbortController();
    const reply = ask(silent, { signal: stop.signal });
    stop.abort();
    expect(await reply).toMatchObject({ ok: false, reason: 'error', message: 'Stopped.' });
  });
});

test.each([
  [null, undefined],
  ['5', 5000],
  ['0', 0],
  ['999999999', 3_600_000],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 50_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
])('the header retry-after: %s becomes a wait in ms', (value, expected) => {
  expect(readRetryAfter(value, 10_000)).toBe(expected);
});
