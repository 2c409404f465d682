/**
 * The live connection: a WebSocket that says only "there is news". A lost message costs time, never data, so
 * nothing here is ever reported as an error; the sync finds out what is wrong. Traffic on the socket also
 * keeps the worker alive.
 */
import { MINUTE } from '#lib/time.ts';
import type { SyncAccount } from './account.ts';
import { HEARTBEAT, liveMessage, ticketResponse } from './protocol.ts';
import { request } from './request.ts';

/** Delays before we reconnect, in ms. They double each time and are randomised so that devices spread out. */
const FIRST_BACKOFF = 1_000;
const MAX_BACKOFF = 5 * MINUTE;

export interface LiveInput {
  account: SyncAccount;
  fetch: typeof fetch;
  WebSocket: typeof WebSocket;
  /** Pull now. Also called whenever a connection opens, because we may have missed news. */
  onNews: () => void;
  signal: AbortSignal;
  /** 0 ≤ x < 1; for tests. */
  random?: () => number;
}

/** Stays connected until `signal` aborts or the server no longer knows the token. */
export function connectLive(input: LiveInput): void {
  void stayConnected(input);
}

async function stayConnected(input: LiveInput): Promise<void> {
  const { signal, random = Math.random } = input;
  let backoff = FIRST_BACKOFF;
  while (!signal.aborted) {
    const ticket = await fetchTicket(input);
    if (ticket === 'signed-out') return input.onNews();
    if (typeof ticket === 'object') {
      const wasStable = await connectOnce(input, ticket.ticket);
      if (wasStable) backoff = FIRST_BACKOFF;
    }
    await pause(backoff * (0.5 + random() / 2), signal);
    backoff = Math.min(backoff * 2, MAX_BACKOFF);
  }
}

async function fetchTicket({ account, fetch, signal }: LiveInput) {
  const reply = await request({
    fetch,
    url: `${account.server}/v1/live/ticket`,
    method: 'POST',
    token: account.token,
    schema: ticketResponse,
    maxBytes: 16 * 1024,
    signal,
  });
  if (reply.ok) return reply.value;
  return reply.reason === 'signed-out' ? 'signed-out' : 'try-later';
}

/** One socket, from opening to closing. Resolves to whether it was open for at least one heartbeat. */
function connectOnce(input: LiveInput, ticket: string): Promise<boolean> {
  const { account, onNews, signal } = input;
  const url = `${account.server.replace(/^http/, 'ws')}/v1/live?ticket=${encodeURIComponent(ticket)}`;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let socket: WebSocket;
  try {
    socket = new input.WebSocket(url);
  } catch {
    // The browser refuses the address, perhaps by policy. We do without a connection; alarms still pull.
    return Promise.resolve(false);
  }
  let upSince: number | undefined;
  let heardAt = performance.now();
  const heartbeat = setInterval(() => {
    if (performance.now() - heardAt >= 2 * HEARTBEAT) end();
    else if (upSince !== undefined) socket.send(JSON.stringify({ type: 'ping' }));
  }, HEARTBEAT);

  function end(): void {
    clearInterval(heartbeat);
    signal.removeEventListener('abort', end);
    socket.close();
    resolve(upSince !== undefined && performance.now() - upSince >= HEARTBEAT);
  }
  signal.addEventListener('abort', end, { once: true });
  socket.addEventListener('open', () => {
    upSince = performance.now();
    heardAt = upSince;
    onNews();
  });
  socket.addEventListener('message', event => {
    heardAt = performance.now();
    if (readMessage(event.data) === 'news') onNews();
  });
  socket.addEventListener('error', end);
  socket.addEventListener('close', end);
  return promise;
}

function readMessage(data: unknown): 'news' | 'pong' | undefined {
  if (typeof data !== 'string' || data.length > 1024) return undefined;
  try {
    const parsed = liveMessage.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data.type : undefined;
  } catch {
    // Not one of our messages, but it shows at least that the connection is alive.
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(wake, ms);
  function wake(): void {
    clearTimeout(timer);
    signal.removeEventListener('abort', wake);
    resolve();
  }
  signal.addEventListener('abort', wake, { once: true });
  return promise;
}
