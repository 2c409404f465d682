/** What a stranger on the network can try before anybody is signed in. docs/security.md names each threat. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { networkOf } from '#server/http/network.ts';
import { defaultRateLimits, noRateLimits } from '#server/http/rate-limit.ts';
import { browse } from '#testing/server/browse.ts';
import { PASSWORD, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
beforeAll(async () => {
  team = await startTeam({ requestTimeout: 600 });
});
afterAll(() => team.stop());

/** The app as it answers to another machine; `peer` is the other end of the connection. */
function fromOutside(changes: Record<string, string> = {}) {
  const config = {
    ...readConfig({ PUBLIC_URL: 'https://sideline.example', ...changes }),
    publicUrl: 'https://sideline.example',
    secret: team.server.context.config.secret,
    rateLimits: noRateLimits,
  };
  const app = createApp({ ...team.server.context, config });
  return async (peer: string, path: string, init: RequestInit = {}) =>
    app.request(`https://sideline.example${path}`, init, { incoming: { socket: { remoteAddress: peer } } });
}

describe('slow requests', () => {
  /** Sends these bytes and no more, and tells what came before the server hung up. */
  async function dribble(text: string): Promise<string> {
    const { port } = new URL(team.url);
    const socket = connect(Number(port), '127.0.0.1');
    let heard = '';
    socket.on('data', data => {
      heard += data;
    });
    socket.write(text);
    await once(socket, 'close');
    return heard;
  }

  it.each([
    ['a header that never ends', 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
    [
      'a body that never comes',
      'POST /api/auth/device/code HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"client',
    ],
  ])('the server hangs up on slow requests: %s', async (_name, text) => {
    expect(await dribble(text)).toContain('408 Request Timeout');
  });

  it('slow requests hold up nobody else', async () => {
    const slow = Array.from({ length: 50 }, () => dribble('POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n'));
    expect((await team.owner.me()).member.id).toBe(team.owner.id);
    await Promise.all(slow);
  });

  it('a header longer than any of ours is refused', async () => {
    const heard = await dribble(
      `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toContain('431 ');
  });
});

describe('forms', () => {
  it('forms with a megabyte of names are not read', async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `n${i}=`).join('&');
    const page = await fetch(`${team.url}/sign-in`, {
      method: 'POST',
      headers: { origin: team.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: names,
    });
    expect(page.status).toBe(413);
  });

  it('cannot reach the prototype of anything', async () => {
    const page = await browse(team.url).post('/sign-in', {
      __proto__: 'x',
      'constructor[prototype][polluted]': 'yes',
      '__proto__[polluted]': 'yes',
      next: '/',
    });
    expect(page.status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('JSON', () => {
  it('cannot reach the prototype of anything, nor pass through to other devices as one', async () => {
    const note = team.owner.note(team.owner);
    const text = JSON.stringify(note).replace(
      '"body":{',
      '"__proto__":{"polluted":"envelope"},"constructor":{"prototype":{"polluted":"yes"}},"body":{"__proto__":{"polluted":"body"},',
    );
    const answer = await team.owner.fetch('/v1/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"__proto__":{"polluted":"request"},"records":[${text}]}`,
    });
    expect(answer.status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const page = await team.owner.pull();
    for (const record of page.records) {
      expect((record as Record<string, unknown>).polluted).toBeUndefined();
      expect((record as { body: Record<string, unknown> }).body.polluted).toBeUndefined();
    }
  });
});

describe('plain http', () => {
  const ask = (peer: string, headers: Record<string, string> = {}, path = '/v1/me') =>
    fromOutside({ BEHIND_TLS_PROXY: '1', HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.2' })(peer, path, {
      headers,
    });

  it.each(['192.0.2.7', '10.0.0.9', '::ffff:192.0.2.7', '2001:db8::1'])(
    'plain http from %s is refused before any token is looked at',
    async peer => {
      const answer = await ask(peer, { authorization: `Bearer ${team.owner.token}` });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('https://sideline.example');
      expect((await ask(peer, {}, '/sign-in')).status).toBe(403);
    },
  );

  it('plain http is allowed from this machine, and through a proxy', async () => {
    const authorization = `Bearer ${team.owner.token}`;
    expect((await ask('127.0.0.1', { authorization })).status).toBe(200);
    expect((await ask('10.0.0.9', { authorization, 'x-forwarded-proto': 'https' })).status).toBe(200);
    expect((await ask('10.0.0.9', { authorization, 'x-forwarded-proto': 'https, http' })).status).toBe(403);
    expect((await ask('10.0.0.9', {}, '/healthz')).status).toBe(200);
  });
});

describe('X-Forwarded-For', () => {
  /** As whom a request for a device code is known, by what the approving page would show. */
  async function seenAs(
    env: Record<string, string>,
    peer: string,
    forwarded: string,
  ): Promise<string | undefined> {
    const answer = await fromOutside(env)(peer, '/api/auth/device/code', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': forwarded,
      },
      body: JSON.stringify({ client_id: 'sideline-extension' }),
    });
    const { user_code } = (await answer.json()) as { user_code: string };
    const row = await team.server.context.database.db
      .selectFrom('device_requests')
      .select('asked_from')
      .where('user_code', '=', user_code)
      .executeTakeFirst();
    return row?.asked_from;
  }
  const local = { BEHIND_TLS_PROXY: '1' };
  const proxy = { ...local, TRUSTED_PROXIES: '10.0.0.2' };

  it.each([
    ['is not believed without a proxy', {}, '10.0.0.2', '198.51.100.1', '10.0.0.2'],
    ['is not believed from a stranger', proxy, '192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['is believed from the proxy', proxy, '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    [
      'counts only what the proxy itself added',
      proxy,
      '10.0.0.2',
      '203.0.113.5, 198.51.100.1',
      '198.51.100.1',
    ],
    [
      'goes through a chain of proxies',
      { ...local, TRUSTED_PROXIES: '127.0.0.1, 10.1.2.3' },
      '127.0.0.1',
      '198.51.100.1, 10.1.2.3',
      '198.51.100.1',
    ],
    ['is believed from this machine where none is named', local, '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['is not believed from a private network', local, '10.0.0.2', '198.51.100.1', '10.0.0.2'],
    ['is not believed from another one either', local, '192.168.1.9', '198.51.100.1', '192.168.1.9'],
    ['is not believed from a unique local address', local, 'fd00::2', '198.51.100.1', 'fd00::2'],
    ['is not believed when it is no address', proxy, '10.0.0.2', '<script>', '10.0.0.2'],
    [
      'is believed from the listed proxy only',
      { ...proxy, TRUSTED_PROXIES: '10.0.0.2' },
      '10.0.0.3',
      '198.51.100.1',
      '10.0.0.3',
    ],
  ])('%s', async (_name, env, peer, forwarded, known) => {
    expect(await seenAs(env, peer, forwarded)).toBe(known);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::99', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('tries from %s are counted as from %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the Host header', () => {
  it('a website whose name points at this machine gets nothing (DNS rebinding)', async () => {
    const app = createApp(team.server.context);
    const { port } = new URL(team.url);
    for (const path of ['/', '/sign-in', '/v1/me', '/healthz', '/openapi.json']) {
      expect((await app.request(`http://evil.example:${port}${path}`)).status).toBe(421);
    }
    expect((await app.request(`${team.url}/healthz`)).status).toBe(200);
  });

  it('the Host header leads no link, form or redirect anywhere else', async () => {
    const ask = fromOutside();
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    for (const path of ['/', '/sign-in', '/start', `/team/${team.workspaceId}`, '/device?user_code=ABC']) {
      const answer = await ask('127.0.0.1', path, { headers });
      const said = (await answer.text()) + JSON.stringify([...answer.headers]);
      expect([path, said.includes('evil.example')]).toEqual([path, false]);
    }
  });
});

describe('cookies over https', () => {
  it('cookies over https are __Host- cookies, Secure, HttpOnly and SameSite', async () => {
    const secure = await startTeam({ publicUrl: 'https://sideline.example' });
    try {
      const app = createApp(secure.server.context);
      const answer = await app.request('https://sideline.example/sign-in', {
        method: 'POST',
        headers: {
          origin: 'https://sideline.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ email: secure.owner.email, password: PASSWORD }).toString(),
      });
      const cookies = answer.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-sideline\./);
        expect(cookie).toMatch(/; Secure/);
        expect(cookie).toMatch(/; HttpOnly/);
        expect(cookie).toMatch(/; SameSite=Lax/);
        expect(cookie).toMatch(/; Path=\//);
        expect(cookie).not.toMatch(/; Domain=/);
      }
      const session = cookies.map(cookie => cookie.split(';')[0]).join('; ');
      const inside = await app.request(`https://sideline.example/team/${secure.workspaceId}`, {
        headers: { cookie: session },
      });
      expect(inside.status).toBe(200);
    } finally {
      await secure.stop();
    }
  });
});

describe('guessing', () => {
  it('guessing tokens leads to a wait, and does not affect signed-in devices', async () => {
    const slow = await startTeam({ rateLimits: { ...noRateLimits, token: { burst: 3, every: 60_000 } } });
    try {
      const guess = () =>
        fetch(`${slow.url}/v1/pull`, {
          headers: { authorization: `Bearer sld_${slow.workspaceId}_${'A'.repeat(43)}` },
        });
      const answers = [await guess(), await guess(), await guess(), await guess()];
      expect(answers.map(answer => answer.status)).toEqual([401, 401, 401, 429]);
      expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await slow.owner.fetch('/v1/me')).status).toBe(200);
    } finally {
      await slow.stop();
    }
  });

  it.each([
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
  ] as const)(
    'the bucket %s lets through less than one try a second in the long run, or only a few at once',
    bucket => {
      const { burst, every } = defaultRateLimits[bucket];
      expect(burst).toBeLessThanOrEqual(60);
      expect(every).toBeGreaterThanOrEqual(1000);
    },
  );

  it.each([['an invitation', '/join/abc.AAAAAAAAAAAAAAAAAAAAAA', 'signUp']] as const)(
    'guessing %s by its link leads to a wait',
    async (_name, path, bucket) => {
      const slow = await startTeam({
        rateLimits: { ...noRateLimits, [bucket]: { burst: 2, every: 60_000 } },
      });
      try {
        const knock = async () => (await fetch(slow.url + path, { headers: { accept: 'text/html' } })).status;
        expect([await knock(), await knock(), await knock()]).toEqual([404, 404, 429]);
      } finally {
        await slow.stop();
      }
    },
  );
});
