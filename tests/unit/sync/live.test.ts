import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectLive } from '#lib/sync/live.ts';
import { HEARTBEAT } from '#lib/sync/protocol.ts';

/** A browser's WebSocket whose other end the test controls. */
class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  sent: string[] = [];
  closed = false;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.closed = true;
  }
  open() {
    this.dispatchEvent(new Event('open'));
  }
  says(data: unknown) {
    this.dispatchEvent(
      new MessageEvent('message', { data: typeof data === 'string' ? data : JSON.stringify(data) }),
    );
  }
  hangUp() {
    this.dispatchEvent(new Event('close'));
  }
}

const account = { server: 'https://team.example/sideline', token: 't', workspaceId: 'team', memberId: 'ann' };
let stop: AbortController;
let tickets: number;
const onNews = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  FakeSocket.all = [];
  tickets = 0;
  onNews.mockReset();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

async function connect(answer: () => Response = () => Response.json({ ticket: `a b/${++tickets}` })) {
  connectLive({
    account,
    fetch: (async () => answer()) as typeof fetch,
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    onNews,
    signal: stop.signal,
    random: () => 1,
  });
  await settle();
}
/** Lets promises continue without letting time pass. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const socket = (i = -1) => {
  const found = FakeSocket.all.at(i);
  if (!found) throw new Error('no socket');
  return found;
};

test('a connection opens with a ticket, not the token, and pulls news it may have missed', async () => {
  await connect();
  expect(socket().url).toBe('wss://team.example/sideline/v1/live?ticket=a%20b%2F1');
  expect(onNews).not.toHaveBeenCalled();
  socket().open();
  expect(onNews).toHaveBeenCalledTimes(1);
});

test('news is passed on; nonsense is not', async () => {
  await connect();
  socket().open();
  onNews.mockReset();
  for (const nonsense of ['', '{', '{"type":"other"}', 'x'.repeat(5000), '{"type":"pong"}'])
    socket().says(nonsense);
  expect(onNews).not.toHaveBeenCalled();
  socket().says({ type: 'news' });
  expect(onNews).toHaveBeenCalledTimes(1);
});

test('a heartbeat keeps the connection and the worker alive, and a silent connection is closed', async () => {
  await connect();
  socket().open();
  await vi.advanceTimersByTimeAsync(HEARTBEAT);
  expect(socket().sent).toEqual(['{"type":"ping"}']);
  socket().says({ type: 'pong' });
  await vi.advanceTimersByTimeAsync(HEARTBEAT);
  expect(socket().closed).toBe(false);
  await vi.advanceTimersByTimeAsync(HEARTBEAT);
  expect(socket(0).closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(FakeSocket.all).toHaveLength(2);
});

test('a broken connection is retried less and less often', async () => {
  await connect();
  const waits: number[] = [];
  for (let i = 0; i < 12; i++) {
    const before = Date.now();
    const count = FakeSocket.all.length;
    socket().hangUp();
    while (FakeSocket.all.length === count) await vi.advanceTimersByTimeAsync(500);
    waits.push(Date.now() - before);
  }
  expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
  expect(waits.at(-1)).toBe(300_000);
});

test('the retry delay is reset after a stable connection, but not after one that broke at once', async () => {
  await connect();
  for (const [life, wait] of [
    [0, 1000],
    [0, 2000],
    [HEARTBEAT, 1000],
  ] as const) {
    socket().open();
    await vi.advanceTimersByTimeAsync(life);
    const count = FakeSocket.all.length;
    socket().hangUp();
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(FakeSocket.all).toHaveLength(count);
    await vi.advanceTimersByTimeAsync(1);
    expect(FakeSocket.all).toHaveLength(count + 1);
  }
});

test('a server without a live connection is asked again later', async () => {
  let up = false;
  await connect(() => (up ? Response.json({ ticket: 'x' }) : new Response('', { status: 503 })));
  expect(FakeSocket.all).toHaveLength(0);
  up = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect(FakeSocket.all).toHaveLength(1);
});

test('a signed-out device stops trying, and lets the sync find out', async () => {
  await connect(() => new Response('', { status: 401 }));
  expect(onNews).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(FakeSocket.all).toHaveLength(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('an address that the browser refuses to open causes no error', async () => {
  class Refusing {
    constructor() {
      throw new DOMException('refused', 'SecurityError');
    }
  }
  connectLive({
    account,
    fetch: (async () => Response.json({ ticket: 'x' })) as typeof fetch,
    WebSocket: Refusing as unknown as typeof WebSocket,
    onNews,
    signal: stop.signal,
  });
  await settle();
  expect(onNews).not.toHaveBeenCalled();
});

test('an aborted live connection hangs up and leaves no timers behind', async () => {
  await connect();
  socket().open();
  stop.abort();
  await settle();
  expect(socket().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(FakeSocket.all).toHaveLength(1);
});
