/**
 * How instances on one PostgreSQL share what exists only in a process: pokes for connected devices, devices that were
 * signed out, tries against the rate limits. They use LISTEN and NOTIFY on a separate connection, a few ms after the
 * commit, because NOTIFY within the transaction would make the commits of all workspaces wait for each other. A lost
 * message costs time, never data: an instance that was cut off says so when it is back, and then everybody is poked
 * once.
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
  /** The sender was cut off, and its messages are lost. */
  z.object({ type: z.literal('gap') }),
]);
export type BusItem = z.infer<typeof item>;
const message = z.object({ from: z.string(), items: z.array(item) });

export interface Bus {
  /** Sends this to all other instances soon; or never, while the database is away. */
  post(item: BusItem): void;
}

export interface BusInput {
  url: string;
  /** Called for what another instance posts. */
  onItem(item: BusItem): void;
  /** Called when this instance, or another one, was cut off for a while and is back. */
  onBack(): void;
  onError(error: unknown): void;
  signal: AbortSignal;
}

const CHANNEL = 'sideline';
/** PostgreSQL takes payloads below 8,000 bytes. */
const MAX_PAYLOAD = 7500;
/** How many members one item may name; a longer list is split. */
const MAX_MEMBERS = 80;
/** How long we collect items before we send them, in ms. */
const COLLECT = 10;
/** How long to wait before connecting again, in ms. It doubles each time, from the first up to the last. */
const FIRST_WAIT = 250;
const LAST_WAIT = 10_000;
/** How often we check that a silent connection is still there, and how long the answer may take, in ms. */
const ASK_EVERY = 15_000;
const ANSWER_WITHIN = 5000;

/** Connects, and reconnects whenever the connection breaks, until `signal` aborts. Resolves once it is connected. */
export async function openBus(input: BusInput): Promise<Bus> {
  const { url, onItem, onBack, onError, signal } = input;
  const self = randomUUID();
  let client: pg.Client | undefined;
  let waiting: BusItem[] = [];
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT;
  let wasConnected = false;

  /** Runs one statement after the other, because a connection handles one at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {
      // Whoever asked for it gets the error.
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
        // The connection has ended already.
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
      // Pokes need not be durable, and waiting for the disk here would hold up other commits.
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
      // Send what is still waiting, then close the connection.
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

/** Packs the items into as few messages as possible, none of them too long. */
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
    // Somebody else uses our channel.
    return undefined;
  }
}
