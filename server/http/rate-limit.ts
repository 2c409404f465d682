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
  'signInAccount',
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
 * Keyed by network address: signIn, signUp, deviceCode, deviceToken, devices, token (wrong ones only). The others are
 * keyed by account, member or device.
 */
export const defaultRateLimits: RateLimits = {
  signIn: { burst: 20, every: 6 * SECOND },
  signInAccount: { burst: 10, every: MINUTE },
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

/** How many keys we remember. When there are more, we drop those whose bucket is full again. */
const MAX_KEYS = 50_000;

/** `now` gives ms of a clock that never goes back. */
export function createRateLimiter(rateLimits: RateLimits, now: () => number): RateLimiter {
  // When the bucket of a key will be full again (generic cell rate algorithm): one number for each key.
  const fullAt = new Map<string, number>();
  return {
    take(bucket, key) {
      const { burst, every } = rateLimits[bucket];
      // In whole ms: with fractions, rounding could cost somebody a try.
      const at = Math.floor(now());
      const name = `${bucket} ${key}`;
      const next = Math.max(fullAt.get(name) ?? at, at) + every;
      const wait = next - at - burst * every;
      if (wait > 0) return wait;
      if (fullAt.size >= MAX_KEYS) forget(fullAt, at);
      fullAt.set(name, next);
      return 0;
    },
    giveBack(bucket, key) {
      const name = `${bucket} ${key}`;
      const full = fullAt.get(name);
      if (full !== undefined) fullAt.set(name, full - rateLimits[bucket].every);
    },
  };
}

function forget(fullAt: Map<string, number>, now: number): void {
  for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key);
  // If all of them are in use at once, it is an attack. Starting over keeps the memory bounded.
  if (fullAt.size >= MAX_KEYS) fullAt.clear();
}
