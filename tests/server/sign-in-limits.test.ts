/** That guessing is slow, and that no stranger who guesses can keep the owner of an account out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '#lib/time.ts';
import { createApp } from '#server/app.ts';
import { type BucketName, createRateLimiter, defaultRateLimits } from '#server/http/rate-limit.ts';
import { PASSWORD, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const STRANGER = '203.0.113.66';
const HOME = '198.51.100.1';

let team: TestTeam & { owner: TestMember };
let now: number;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  team = await startTeam();
});
afterAll(() => team.stop());
beforeEach(() => {
  now = 0;
  const publicUrl = 'https://sideline.example';
  const config = { ...team.server.context.config, publicUrl };
  app = createApp({
    ...team.server.context,
    config,
    limiter: createRateLimiter(defaultRateLimits, () => now),
  });
});

async function signIn(
  from: string,
  password: string,
  { email = team.owner.email, cookie = '' } = {},
): Promise<{ status: number; cookie: string }> {
  const answer = await app.request(
    'https://sideline.example/sign-in',
    {
      method: 'POST',
      headers: {
        origin: 'https://sideline.example',
        'x-forwarded-proto': 'https',
        'content-type': 'application/x-www-form-urlencoded',
        cookie,
      },
      body: new URLSearchParams({ email, password }).toString(),
    },
    { incoming: { socket: { remoteAddress: from } } },
  );
  const cookies = answer.headers.getSetCookie().map(each => each.split(';')[0]);
  return { status: answer.status, cookie: cookies.find(each => each?.includes('known')) ?? '' };
}

/** A stranger at two tries a second; `meanwhile` is called every 30 s. */
async function besiege(ms: number, from: string, meanwhile: () => Promise<void>): Promise<number> {
  let through = 0;
  for (const end = now + ms; now < end; now += 500) {
    if ((await signIn(from, 'a guess of a password')).status !== 429) through += 1;
    if (now % (30 * SECOND) === 0) await meanwhile();
  }
  return through;
}

// Each try that gets through costs as much work as the password is to be worth.
describe('a stranger who guesses at one account', { timeout: 120_000 }, () => {
  it('keeps its owner out neither at another address nor at a browser that was signed in before', async () => {
    const { cookie } = await signIn(HOME, PASSWORD);
    expect(cookie).toContain('known');
    const statuses: number[] = [];
    const through = await besiege(3 * MINUTE, STRANGER, async () => {
      statuses.push((await signIn(HOME, PASSWORD)).status);
      // Behind the very address from which the stranger tries.
      statuses.push((await signIn(STRANGER, PASSWORD, { cookie })).status);
    });
    expect(statuses.length).toBeGreaterThan(10);
    expect(new Set(statuses)).toEqual(new Set([303]));
    expect(through).toBeLessThan(10);
  });

  it('at twenty addresses is let through as slowly, and a known browser still passes', async () => {
    const { cookie } = await signIn(HOME, PASSWORD);
    const all = { ...defaultRateLimits.signInAccount };
    let through = 0;
    for (let i = 0; i < 20; i++) {
      through += await besiege(5 * SECOND, `203.0.113.${i}`, async () => {
        expect((await signIn(HOME, PASSWORD, { cookie })).status).toBe(303);
      });
    }
    expect(through).toBeLessThanOrEqual(all.burst + now / all.every + 1);
  });

  it('gains nothing by a mark of another account, or one that was made up', async () => {
    const rep = await team.join('Ravi Rep', ['coachee']);
    const { cookie } = await signIn(STRANGER, PASSWORD, { email: rep.email });
    expect(cookie).toContain('known');
    const made = `__Host-sideline.known=${'A'.repeat(16)}.${'A'.repeat(43)}`;
    for (const each of [cookie, made]) {
      let through = 0;
      for (let i = 0; i < 30; i++) {
        through += (await signIn(STRANGER, 'a guess', { cookie: each })).status === 429 ? 0 : 1;
      }
      expect(through).toBeLessThanOrEqual(defaultRateLimits.signInPair.burst);
    }
  });

  it('with a stolen mark is still slow', async () => {
    const { cookie } = await signIn(HOME, PASSWORD);
    let through = 0;
    for (let i = 0; i < 50; i++) {
      through += (await signIn(`203.0.113.${i}`, 'a guess', { cookie })).status === 429 ? 0 : 1;
    }
    expect(through).toBeLessThanOrEqual(defaultRateLimits.signInKnown.burst);
  });
});

describe('the limits', { timeout: 120_000 }, () => {
  const limiter = () => createRateLimiter(defaultRateLimits, () => now);
  /** Uses up all tries of a key. */
  const exhaust = (limits: ReturnType<typeof limiter>, bucket: BucketName, key: string) => {
    while (limits.take(bucket, key) === 0);
  };

  it.each(['signIn', 'signInAccount'] as const)('%s forgets nobody when it is filled', bucket => {
    const limits = limiter();
    exhaust(limits, bucket, 'victim');
    for (let i = 0; i < 120_000; i++) limits.take(bucket, `filler ${i}`);
    expect(limits.take(bucket, 'victim')).toBeGreaterThan(0);
  });

  it('one that is filled leaves the others alone', () => {
    const limits = limiter();
    for (let i = 0; i < 60_000; i++) limits.take('signInAccount', `filler ${i}`);
    exhaust(limits, 'signIn', 'a');
    expect(limits.take('signIn', 'b')).toBe(0);
    expect(limits.take('signIn', 'a')).toBeGreaterThan(0);
  });

  it('one that is filled limits whom it has no room for together, and has room again later', () => {
    const limits = limiter();
    for (let i = 0; i < 60_000; i++) limits.take('signInAccount', `filler ${i}`);
    exhaust(limits, 'signInAccount', 'late');
    expect(limits.take('signInAccount', 'late')).toBeGreaterThan(0);
    now += 60 * MINUTE;
    expect(limits.take('signInAccount', 'late')).toBe(0);
    limits.giveBack('signInAccount', 'late');
  });

  it('one that was filled is small again when the flood is over', () => {
    const limits = limiter();
    for (let i = 0; i < 60_000; i++) limits.take('signIn', `filler ${i}`);
    exhaust(limits, 'push', 'somebody');
    expect(limits.size()).toBeGreaterThan(50_000);
    now += 60 * MINUTE;
    limits.take('pull', 'anybody');
    expect(limits.size()).toBeLessThan(5);
  });

  it('one that stays full through a flood without end has room again for who comes after it', () => {
    const limits = limiter();
    for (let i = 0; i < 120_000; i++) limits.take('signInAccount', `filler ${i}`);
    now += 60 * MINUTE;
    for (let i = 0; i < 1000; i++) limits.take('signInAccount', `next ${i}`);
    expect(limits.size()).toBeLessThan(2100);
    for (const key of ['a', 'b']) expect(limits.take('signInAccount', key)).toBe(0);
  });

  it('whoever was counted with others gets no fresh start once there is room', () => {
    const limits = limiter();
    for (let i = 0; i < 50_000; i++) limits.take('signIn', `filler ${i}`);
    now += 5 * SECOND;
    exhaust(limits, 'signIn', 'late');
    now += 2 * SECOND;
    expect(limits.take('signIn', 'late')).toBeGreaterThan(0);
  });

  it('which keys share a count is different in each limiter', () => {
    /** Those of five thousand keys that one cannot use once another has used up what they share. */
    const sharing = () => {
      now = 0;
      const limits = limiter();
      for (let i = 0; i < 50_000; i++) limits.take('signInAccount', `filler ${i}`);
      exhaust(limits, 'signInAccount', 'one');
      return Array.from({ length: 5000 }, (_, i) => `key ${i}`)
        .filter(key => limits.take('signInAccount', key) > 0)
        .join();
    };
    expect(sharing()).not.toBe(sharing());
  });

  it('an address that is refused uses up the tries of no account', async () => {
    for (let i = 0; i < 60; i++) await signIn(STRANGER, 'x', { email: `somebody.${i}@sideline.example` });
    expect((await signIn(HOME, PASSWORD, { email: team.owner.email })).status).toBe(303);
    const last = await signIn(HOME, 'x', { email: 'somebody.59@sideline.example' });
    expect(last.status).toBe(400);
  });
});
