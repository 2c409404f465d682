/**
 * Rate limits for everything that can be tried again and again, such as signing in: one bucket for each kind of call
 * and each key. Counted in this process; several instances share their counts (live/instances.ts).
 */
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
  'ticket',
  'exchange',
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
  ticket: { burst: 30, every: 2 * SECOND },
  exchange: { burst: 10, every: 30 * SECOND },
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
}

/**
 * How many keys we remember in each bucket, and by how many counts all further keys share while so many are in use. A
 * bucket that is full forgets nobody: otherwise whoever fills it would have a fresh start, and so would everybody else
 * who is guessing.
 */
const MAX_KEYS = 50_000;
const SHARED_COUNTS = 1024;

/** `now` gives ms of a clock that never goes back. */
export function createRateLimiter(rateLimits: RateLimits, now: () => number): RateLimiter {
  // When the bucket of a key will be full again (generic cell rate algorithm): one number for each key. Each kind of
  // call has a table of its own, so that filling one leaves the others alone.
  const tables = new Map(bucketNames.map(name => [name, new Map<string, number>()]));
  const tableOf = (bucket: BucketName) => tables.get(bucket) ?? new Map<string, number>();
  return {
    take(bucket, key) {
      const { burst, every } = rateLimits[bucket];
      const fullAt = tableOf(bucket);
      // In whole ms: with fractions, rounding could cost somebody a try.
      const at = Math.floor(now());
      const name = placeOf(fullAt, key, at);
      const next = Math.max(fullAt.get(name) ?? at, at) + every;
      const wait = next - at - burst * every;
      if (wait > 0) return wait;
      fullAt.set(name, next);
      return 0;
    },
    giveBack(bucket, key) {
      const fullAt = tableOf(bucket);
      const name = fullAt.has(key) ? key : sharedName(key);
      const full = fullAt.get(name);
      if (full !== undefined) fullAt.set(name, full - rateLimits[bucket].every);
    },
  };
}

/** Under which name a key is counted: its own, or a shared one while there is no room for more. */
function placeOf(fullAt: Map<string, number>, key: string, now: number): string {
  if (fullAt.has(key) || fullAt.size < MAX_KEYS) return key;
  const shared = sharedName(key);
  // Looking for those that are over takes a while, so we do it once for each of the shared counts.
  if (!fullAt.has(shared)) forget(fullAt, now);
  return fullAt.size < MAX_KEYS ? key : shared;
}

/** Keys are addresses, ids and hashes; none begins like this. */
function sharedName(key: string): string {
  let hash = 0;
  for (let i = 0; i < key.length; i += 1) hash = (hash * 31 + key.charCodeAt(i)) % 1_000_003;
  return `\u0000${hash % SHARED_COUNTS}`;
}

function forget(fullAt: Map<string, number>, now: number): void {
  for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key);
}
