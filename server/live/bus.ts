/**
 * How instances on one PostgreSQL tell each other what only lives in a process: pokes for connected devices, devices
 * that were signed out, tries at the doors. Through LISTEN and NOTIFY, on a connection of its own, a few ms after the
 * commit: within the transaction, NOTIFY would make the commits of all workspaces wait for each other. What is lost
 * costs time, never data: whoever was cut off says so when it is back, and then everybody is poked once.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { z } from '#lib/records/zod.ts';

const item = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('news'),
    workspace: z.string(),
    members: z.array(z.string()),
    device: z.string(),
  }),
  z.object({ type: z.literal('close'), device: z.string() }),
  z.object({ type: z.enum(['try', 'give-back']), door: z.string(), key: z.string() }),
  /** The sender was cut off: what it had to say is lost. */
  z.object({ type: z.literal('gap') }),
]);
export type BusItem = z.infer<typeof item>;
const message = z.object({ from: z.string(), items: z.array(item) });

export interface Bus {
  /** Tells all other instances; soon, or not at all while the database is away. */
  post(item: BusItem): void;
}

export interface BusInput {
  url: string;
  /** What another instance said. */
  onItem(item: BusItem): void;
  /** This instance was cut off for a while and is back. */
  onBack(): void;
  onError(error: unknown): void;
  signal: AbortSignal;
}

const CHANNEL = 'sideline';
/** PostgreSQL takes payloads below 8,000 bytes. */
const MAX_PAYLOAD = 7500;
/** Members named in one item; more are split. */
const MAX_MEMBERS = 80;
/** How long items are collected before they are sent, in ms. */
const COLLECT = 10;
/** Waits before trying to connect again, in ms: doubled each time up to the last. */
const FIRST_WAIT = 250;
const LAST_WAIT = 10_000;
/** How often a silent connection is asked whether it is still there, and how long it may take to say so, in ms. */
const ASK_EVERY = 15_000;
const ANSWER_WITHIN = 5000;

/** Connects, and again whenever the connection breaks, until `signal` says stop. Resolves at the first connection. */
export async function openBus(input: BusInput): Promise<Bus> {
  const { url, onItem, onBack, onError, signal } = input;
  const self = randomUUID();
  let client: pg.Client | undefined;
  let waiting: BusItem[] = [];
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT;
  let wasConnected = false;

  /** One statement after the other: a connection carries out one at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {
      // Heard by whoever asked.
    });
    return mine;
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'sideline-bus',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
    });
    let over = false;
    const lost = (error?: unknown) => {
      if (over) return;
      over = true;
      clearInterval(asking);
      if (client === next) client = undefined;
      next.end().catch(() => {
        // It is gone already.
      });
      if (signal.aborted) return;
      onError(error);
      const again = setTimeout(() => void connect(), wait * (0.5 + Math.random() / 2));
      signal.addEventListener('abort', () => clearTimeout(again), { once: true });
      wait = Math.min(wait * 2, LAST_WAIT);
    };
    const asking = setInterval(() => inTurn(() => next.query('select 1')).catch(lost), ASK_EVERY);
    asking.unref();
    next.on('error', lost);
    next.on('end', () => lost());
    next.on('notification', ({ payload }) => onNotification(payload ?? ''));
    try {
      await next.connect();
      // Pokes need not be on the disk: a commit that waits for it would hold up those of others.
      await next.query('set synchronous_commit = off');
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      return lost(error);
    }
    if (signal.aborted) {
      over = true;
      clearInterval(asking);
      await next.end();
      return;
    }
    client = next;
    wait = FIRST_WAIT;
    if (wasConnected) {
      post({ type: 'gap' });
      onBack();
    }
    wasConnected = true;
  }

  function onNotification(payload: string): void {
    const read = message.safeParse(parse(payload));
    if (!read.success || read.data.from === self) return;
    for (const each of read.data.items) {
      if (each.type === 'gap') onBack();
      else onItem(each);
    }
  }

  function post(one: BusItem): void {
    waiting.push(one);
    timer ??= setTimeout(() => void send(), COLLECT);
  }

  async function send(): Promise<void> {
    timer = undefined;
    const items = waiting.flatMap(split);
    waiting = [];
    const payloads = pack(self, items);
    try {
      for (const payload of payloads) {
        await inTurn(async () => client?.query('select pg_notify($1, $2)', [CHANNEL, payload]));
      }
    } catch (error) {
      onError(error);
    }
  }

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      // What is waiting still goes out; then the connection ends.
      void send().finally(() => client?.end().catch(onError));
    },
    { once: true },
  );
  await connect();
  return { post };
}

function split(one: BusItem): BusItem[] {
  if (one.type !== 'news' || one.members.length <= MAX_MEMBERS) return [one];
  const parts: BusItem[] = [];
  for (let i = 0; i < one.members.length; i += MAX_MEMBERS) {
    parts.push({ ...one, members: one.members.slice(i, i + MAX_MEMBERS) });
  }
  return parts;
}

/** As few messages as may be, none of them too long. */
function pack(from: string, items: readonly BusItem[]): string[] {
  const payloads: string[] = [];
  let some: BusItem[] = [];
  let bytes = 0;
  const close = () => {
    if (some.length > 0) payloads.push(JSON.stringify({ from, items: some }));
    some = [];
    bytes = 0;
  };
  for (const each of items) {
    const size = Buffer.byteLength(JSON.stringify(each)) + 1;
    if (bytes + size > MAX_PAYLOAD - 100) close();
    some.push(each);
    bytes += size;
  }
  close();
  return payloads;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Somebody else's word on our channel.
    return undefined;
  }
}
