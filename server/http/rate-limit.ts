/**
 * Limits on the doors that can be tried again and again. Counted in the process; several instances tell each other
 * (live/instances.ts).
 */

/** `burst` tries at once, then one each `every` ms. */
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

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** By network address: signIn, signUp, deviceCode, deviceToken, devices, token (wrong ones only). By account, member or device: the others. */
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

/** For tests and the demo: nobody waits. */
export const noRateLimits: RateLimits = Object.fromEntries(
  bucketNames.map(name => [name, { burst: 1_000_000, every: 1 }]),
) as RateLimits;

export interface RateLimiter {
  /** Counts one try. 0: go on. Otherwise the ms to wait before the next. */
  take(bucket: BucketName, key: string): number;
  /** Takes the count of a try back: it was a good one. */
  giveBack(bucket: BucketName, key: string): void;
}

/** How many keys are remembered; when more come, those that are full again are forgotten. */
const MAX_KEYS = 50_000;

/** `now` in ms, by a clock that is never set back. */
export function createRateLimiter(rateLimits: RateLimits, now: () => number): RateLimiter {
  // The instant at which the bucket of a key is full again (generic cell rate algorithm): one number a key.
  const fullAt = new Map<string, number>();
  return {
    take(bucket, key) {
      const { burst, every } = rateLimits[bucket];
      // Whole ms: with fractions, rounding could cost a try.
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
  // All of them busy at once is an attack; starting over bounds the memory.
  if (fullAt.size >= MAX_KEYS) fullAt.clear();
}
