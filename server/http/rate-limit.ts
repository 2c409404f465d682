/**
 * Rate limits for everything that can be tried again and again, such as signing in: one bucket for each kind of call
 * and each key. Counted in this process; several instances share their counts (live/instances.ts).
 */
import { createHmac, randomBytes } from 'node:crypto';
import { MINUTE, SECOND } from '#lib/time.ts';

/** Allows `burst` tries at once, and one more every `every` ms. */
export interface Rate {
  burst: number;
  every: number;
}

export const bucketNames = [
  'signIn',
  'signInPair',
  'signInAccount',
  'signInKnown',
  'passkey',
  'signUp',
  'deviceCode',
  'deviceToken',
  'userCode',
  'devices',
  'token',
  'mail',
  'push',
  'pull',
  'counts',
  'ticket',
  'exchange',
  'insight',
] as const;
export type BucketName = (typeof bucketNames)[number];
export type RateLimits = Record<BucketName, Rate>;

/**
 * Keyed by network address: signIn, passkey, signUp, deviceCode, deviceToken, devices, token (wrong ones only).
 * signInPair is keyed by address and account, signInKnown by account and a browser that was signed in before. The others
 * are keyed by account, member or device.
 */
export const defaultRateLimits: RateLimits = {
  signIn: { burst: 20, every: 6 * SECOND },
  signInPair: { burst: 6, every: 5 * MINUTE },
  signInAccount: { burst: 20, every: MINUTE },
  signInKnown: { burst: 10, every: MINUTE },
  passkey: { burst: 20, every: 6 * SECOND },
  signUp: { burst: 10, every: MINUTE },
  deviceCode: { burst: 10, every: 12 * SECOND },
  deviceToken: { burst: 60, every: SECOND },
  userCode: { burst: 5, every: 2 * MINUTE },
  devices: { burst: 10, every: 6 * SECOND },
  token: { burst: 300, every: 200 },
  mail: { burst: 3, every: 5 * MINUTE },
  push: { burst: 120, every: 250 },
  pull: { burst: 240, every: 100 },
  counts: { burst: 60, every: 500 },
  ticket: { burst: 30, every: 2 * SECOND },
  exchange: { burst: 10, every: 30 * SECOND },
  insight: { burst: 20, every: 10 * SECOND },
};

/** For tests and the demo, so that nobody has to wait. */
export const noRateLimits: RateLimits = Object.fromEntries(
  bucketNames.map(name => [name, { burst: 1_000_000, every: 1 }]),
) as RateLimits;

export interface RateLimiter {
  /** Counts one try. Returns 0 to go on, or the ms to wait before the next. */
  take(bucket: BucketName, key: string): number;
  /** Takes the last try back, because it was a good one. */
  giveBack(bucket: BucketName, key: string): void;
  /** How many counts are kept now. */
  size(): number;
}

/**
 * How many keys we remember in each bucket, and by how many counts all further keys share while so many are in use. A
 * bucket that is full forgets nobody: otherwise whoever fills it would have a fresh start, and so would everybody else
 * who is guessing.
 */
const MAX_KEYS = 50_000;
const SHARED_COUNTS = 1024;
/** How often to look for counts that are over, in ms: always, and while a bucket is full. It takes some ms. */
const SWEEP_EVERY = MINUTE;
const SWEEP_FULL_EVERY = SECOND;

/** When the bucket of a key will be full again (generic cell rate algorithm): one number for each key. */
interface Table {
  own: Map<string, number>;
  /** By the number of the shared count. */
  shared: Map<number, number>;
  sweptAt: number;
}

/** `now` gives ms of a clock that never goes back. */
export function createRateLimiter(rateLimits: RateLimits, now: () => number): RateLimiter {
  // Each kind of call has a table of its own, so that filling one leaves the others alone.
  const tables = new Map<BucketName, Table>();
  // Known to this process alone: nobody can look for a key that shares a count with somebody else's.
  const secret = randomBytes(32);
  let sweptAt = 0;

  function tableOf(bucket: BucketName, at: number): Table {
    const table = tables.get(bucket) ?? { own: new Map(), shared: new Map(), sweptAt: at };
    tables.set(bucket, table);
    if (at >= sweptAt + SWEEP_EVERY) {
      for (const each of tables.values()) sweep(each, at);
      sweptAt = at;
    } else if (table.own.size >= MAX_KEYS && at >= table.sweptAt + SWEEP_FULL_EVERY) sweep(table, at);
    return table;
  }

  const shareOf = (key: string) =>
    createHmac('sha256', secret).update(key).digest().readUInt32LE() % SHARED_COUNTS;

  return {
    take(bucket, key) {
      const { burst, every } = rateLimits[bucket];
      // In whole ms: with fractions, rounding could cost somebody a try.
      const at = Math.floor(now());
      const { own, shared } = tableOf(bucket, at);
      const count = (full: number | undefined) => Math.max(full ?? at, at) + every;
      const held = own.get(key);
      // A key that was counted together with others goes on from there.
      const share =
        held === undefined && (shared.size > 0 || own.size >= MAX_KEYS) ? shareOf(key) : undefined;
      const next = count(held ?? (share === undefined ? undefined : shared.get(share)));
      const wait = next - at - burst * every;
      if (wait > 0) return wait;
      if (share === undefined || own.size < MAX_KEYS) own.set(key, next);
      else shared.set(share, next);
      return 0;
    },
    giveBack(bucket, key) {
      const { own, shared } = tableOf(bucket, Math.floor(now()));
      const { every } = rateLimits[bucket];
      const held = own.get(key);
      if (held !== undefined) {
        own.set(key, held - every);
        return;
      }
      const share = shareOf(key);
      const full = shared.get(share);
      if (full !== undefined) shared.set(share, full - every);
    },
    size: () => [...tables.values()].reduce((sum, { own, shared }) => sum + own.size + shared.size, 0),
  };
}

/** Forgets the counts that are over: their keys have all their tries again. */
function sweep(table: Table, now: number): void {
  for (const counts of [table.own, table.shared] as Map<unknown, number>[]) {
    for (const [key, at] of counts) if (at <= now) counts.delete(key);
  }
  table.sweptAt = now;
}
