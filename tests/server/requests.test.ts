/** What the server lets in at all: bodies, types, origins, tries; and what it lets out: headers, problems, logs. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { MAX_BODY_BYTES, MAX_PUSH, problemSchema, problemTypes } from '#lib/sync/protocol.ts';
import { createApp } from '#server/app.ts';
import { DEFAULT_EXTENSION_ORIGINS } from '#server/config.ts';
import type { LogLine } from '#server/http/log.ts';
import { nestingOf, nestingOfText } from '#server/http/nesting.ts';
import { createRateLimiter, defaultRateLimits, noRateLimits } from '#server/http/rate-limit.ts';
import { deleteDevicesOf } from '#server/store/devices.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import {
  EXTENSION_ORIGIN,
  foundTestWorkspace,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;
const lines: LogLine[] = [];

beforeAll(async () => {
  team = await startTeam({ log: line => lines.push(line) });
  rep = await team.join('Ravi Rep', ['coachee']);
});
afterAll(() => team.stop());

function push(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  return rep.fetch('/v1/push', { method: 'POST', headers, body });
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*\.ts:\d+|node_modules|SQLITE|select /i);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.status).toBe(response.status);
  return problem;
}

describe('bodies', () => {
  it('a body of more than a mebibyte is refused, announced or not', async () => {
    const large = JSON.stringify({ records: ['x'.repeat(MAX_BODY_BYTES)] });
    const announced = await push(large);
    expect(announced.status).toBe(413);
    await problemOf(announced);
    const chunks = new ReadableStream({
      start(controller) {
        const chunk = new TextEncoder().encode('x'.repeat(256 * 1024));
        for (let i = 0; i < 5; i += 1) controller.enqueue(chunk);
        controller.close();
      },
    });
    const streamed = await rep.fetch('/v1/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await push('{"records":[]}')).status).toBe(200);
  });

  it('a gigabyte is refused without being read', async () => {
    const { status, written } = await new Promise<{ status: number; written: number }>((resolve, reject) => {
      const outgoing = httpRequest(`${team.url}/v1/push`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${rep.token}`,
          'content-type': 'application/json',
          'content-length': String(1024 ** 3),
        },
      });
      outgoing.on('response', response => {
        resolve({ status: response.statusCode ?? 0, written: outgoing.socket?.bytesWritten ?? 0 });
        outgoing.destroy();
      });
      outgoing.on('error', reject);
      outgoing.write('{"records":[');
    });
    expect(status).toBe(413);
    expect(written).toBeLessThan(10_000);
  });

  it.each([
    ['none', {}],
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['nearly JSON', { 'content-type': 'application/jsonp' }],
  ] as [string, Record<string, string>][])('only JSON is accepted: %s', async (_name, headers) => {
    const response = await rep.fetch('/v1/push', {
      method: 'POST',
      headers,
      body: new TextEncoder().encode('{"records":[]}'),
    });
    expect(response.status).toBe(415);
    await problemOf(response);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"records":['],
    ['another shape', '{"record":[]}'],
    ['a list', '[]'],
    ['too many records', JSON.stringify({ records: Array(MAX_PUSH + 1).fill(null) })],
    ['deep lists', `{"records":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['deep objects', `{"records":[${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}]}`],
    ['deep and never closed', '['.repeat(1_000_000)],
  ])('only the shape of a push is accepted: %s', async (_name, body) => {
    const response = await push(body);
    expect(response.status).toBe(400);
    await problemOf(response);
  });

  it('nesting is counted correctly', () => {
    const deep = { a: [{ b: '[[[{"' }, []] };
    expect(nestingOf(deep)).toBe(3);
    expect(nestingOfText(JSON.stringify(deep))).toBe(3);
    expect(nestingOf('text')).toBe(0);
    expect(nestingOfText('"\\"[["')).toBe(0);
  });

  it('SQL in any string stays a string', async () => {
    const sql = `'); drop table records; --`;
    const note = team.owner.note(team.owner, { id: sql.replaceAll(' ', '') });
    const record = {
      ...note,
      extra: sql,
      refs: [sql.replaceAll(' ', ''), '"; delete from feed; --'.replaceAll(' ', '')],
      body: { ...note.body, observation: sql, impact: `${sql}\u0001`, nextAction: '$1 ?1 :id' },
    };
    expect(await team.owner.push(record)).toMatchObject([{ status: 'accepted' }]);
    expect((await team.owner.pull()).records).toContainEqual(record);
    for (const text of [sql, `' or 1=1 --`, '%', '_', '\u0000']) {
      const cursor = await rep.fetch(`/v1/pull?${new URLSearchParams({ cursor: text })}`);
      expect([400, 409]).toContain(cursor.status);
      const bearer = await fetch(`${team.url}/v1/me`, {
        headers: { authorization: `Bearer ${encodeURIComponent(text)}` },
      });
      expect(bearer.status).toBe(401);
    }
    expect((await team.owner.pull()).records).toContainEqual(record);
  });
});

describe('what a push looks for before its records are read', () => {
  it('a push looks up only what can be a key: whatever stands in its place, the other records get in', async () => {
    const odd = ['\u0000', '\ud800', ' ', '', 'ä', 'x'.repeat(129), 7, null, {}, [[]], true];
    const note = () => rep.note(rep);
    const broken: unknown[] = odd.flatMap(value => [
      { ...note(), id: value },
      { ...note(), subjectId: value },
      { ...note(), refs: [value] },
      { ...note(), refs: value },
    ]);
    broken.push(7, null, 'x', []);
    const good = note();
    const results = await rep.push(...([...broken, good] as Envelope[]));
    const codes = results.map(result => (result.status === 'refused' ? result.code : result.status));
    expect(codes).toEqual([...broken.map(() => 'invalid'), 'accepted']);
  });
});

describe('tokens', () => {
  it('a token no longer works once its device is signed out, even for a push that is under way', async () => {
    const coach = await team.join('Cleo Coach', ['coach']);
    const { callers, database } = team.server.context;
    expect(await coach.push(coach.note(coach))).toMatchObject([{ status: 'accepted' }]);
    const recalled = Promise.withResolvers<void>();
    const spy = vi.spyOn(callers, 'recall').mockImplementationOnce(token => {
      recalled.resolve();
      spy.mockRestore();
      return callers.recall(token);
    });
    // Signed out by a transaction that the push finds at work.
    const late = coach.note(coach);
    let answer: Promise<Response> | undefined;
    await changeWorkspace(database.db, team.workspaceId, Date.now(), async tx => {
      answer = coach.fetch('/v1/push', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ records: [late] }),
      });
      await recalled.promise;
      await deleteDevicesOf(tx, coach.id);
    });
    expect((await answer)?.status).toBe(401);
    for (let i = 0; i < 2; i++) {
      const again = await coach.fetch('/v1/push', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ records: [late] }),
      });
      expect(again.status).toBe(401);
      expect(await again.json()).toMatchObject({ type: problemTypes.revoked });
    }
    const held = await database.db.selectFrom('records').select('id').where('id', '=', late.id).execute();
    expect(held).toEqual([]);
  });

  const tokenRoutes: [method: string, path: string][] = [
    ['POST', '/v1/push'],
    ['GET', '/v1/pull'],
    ['GET', '/v1/me'],
    ['POST', '/v1/live/ticket'],
    ['DELETE', '/v1/devices/current'],
  ];
  it.each(tokenRoutes)('%s %s is for signed-in devices', async (method, path) => {
    const other = await foundTestWorkspace(team.server, 'Far Owner');
    const [, workspaceId = '', secret = ''] = /^sld_([^_]+)_(.+)$/.exec(rep.token) ?? [];
    const wrong: Record<string, string>[] = [
      {},
      { authorization: 'Bearer' },
      { authorization: `Basic ${rep.token}` },
      { authorization: `Bearer ${rep.token.slice(0, -1)}` },
      { authorization: `Bearer sld_${workspaceId}_${randomBytes(32).toString('base64url')}` },
      // The right secret in another workspace.
      { authorization: `Bearer sld_${other.workspaceId}_${secret}` },
      { authorization: `Bearer ${rep.token.replace('sld_', 'slt_')}` },
      { cookie: rep.cookie },
    ];
    for (const headers of wrong) {
      const response = await fetch(team.url + path, { method, headers });
      expect(response.status).toBe(401);
      expect(await problemOf(response)).toMatchObject({ type: 'urn:sideline:signed-out' });
    }
  });

  it('each token has at least 128 random bits', () => {
    const secret = rep.token.split('_').slice(2).join('_');
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16);
  });
});

describe('origins', () => {
  const preflight = (origin: string, path = '/v1/push') =>
    fetch(team.url + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  it.each([EXTENSION_ORIGIN, 'moz-extension://0f9c8f5e-7b1a-4c3d-9a2e-1234567890ab'])(
    'lets %s in',
    async origin => {
      for (const path of ['/v1/push', '/api/auth/device/code', '/healthz']) {
        const { headers } = await preflight(origin, path);
        expect(headers.get('access-control-allow-origin')).toBe(origin);
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
      for (const path of ['/v1/me', '/v1/pull?limit=nonsense', '/v1/nowhere']) {
        const { headers } = await rep.fetch(path, { headers: { origin } });
        expect(headers.get('access-control-allow-origin')).toBe(origin);
        expect(headers.get('access-control-expose-headers')).toBe('retry-after');
        expect(headers.get('vary')).toContain('Origin');
      }
    },
  );

  it.each([
    'https://evil.example',
    'null',
    'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba',
    'moz-extension://not-a-uuid',
    `${EXTENSION_ORIGIN}.evil.example`,
  ])('the origin %s is not allowed', async origin => {
    for (const path of ['/v1/push', '/api/auth/device/code']) {
      expect((await preflight(origin, path)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const { headers } = await rep.fetch('/v1/me', { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('no page can be read from another origin', async () => {
    const response = await fetch(`${team.url}/sign-in`, { headers: { origin: EXTENSION_ORIGIN } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('any Chrome extension is allowed for development only', async () => {
    const open = await startTeam({ anyExtension: true });
    try {
      const origin = 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba';
      const response = await open.owner.fetch('/v1/me', { headers: { origin } });
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    } finally {
      await open.stop();
    }
  });

  it('the extension is known by the key in its manifest', async () => {
    const manifest = await readFile(new URL('../../wxt.config.ts', import.meta.url), 'utf8');
    const key = /'(MII[A-Za-z0-9+/=]+)'/.exec(manifest)?.[1] ?? '';
    const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
    const id = [...hash].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(DEFAULT_EXTENSION_ORIGINS).toEqual([`chrome-extension://${id}`]);
  });
});

describe('tries', () => {
  it('too many tries get 429 with a time to wait, and others can go on', async () => {
    const slow = await startTeam({ rateLimits: { ...noRateLimits, push: { burst: 3, every: 60_000 } } });
    try {
      const other = await slow.join('Other', ['coachee']);
      const statuses: number[] = [];
      let last: Response | undefined;
      for (let i = 0; i < 4; i += 1) {
        last = await slow.owner.fetch('/v1/push', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"records":[]}',
        });
        statuses.push(last.status);
      }
      expect(statuses).toEqual([200, 200, 200, 429]);
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
      if (last) await problemOf(last);
      expect(await other.push()).toEqual([]);
    } finally {
      await slow.stop();
    }
  });

  it.each([
    ['/api/auth/device/code', 'deviceCode'],
    ['/api/auth/device/token', 'deviceToken'],
    ['/v1/devices', 'devices'],
  ] as const)('%s has a rate limit', async (path, bucket) => {
    const slow = await startTeam({ rateLimits: { ...noRateLimits, [bucket]: { burst: 1, every: 60_000 } } });
    try {
      const knock = async () => (await fetch(slow.url + path, { method: 'POST', body: '' })).status;
      expect(await knock()).toBe(415);
      expect(await knock()).toBe(429);
    } finally {
      await slow.stop();
    }
  });

  it('the rate limiter counts correctly on a clock with fractions', () => {
    for (let now = 0.1; now < 1000; now += 0.37) {
      const limiter = createRateLimiter(
        { ...defaultRateLimits, push: { burst: 1, every: 60_000 } },
        () => now,
      );
      expect(limiter.take('push', 'a')).toBe(0);
    }
  });

  it('the rate limiter gives back one try after another', () => {
    let now = 0;
    const limiter = createRateLimiter({ ...defaultRateLimits, push: { burst: 2, every: 100 } }, () => now);
    const take = () => limiter.take('push', 'a');
    expect([take(), take(), take()]).toEqual([0, 0, 100]);
    now = 100;
    expect([take(), take()]).toEqual([0, 100]);
    limiter.giveBack('push', 'a');
    expect(take()).toBe(0);
    expect(limiter.take('push', 'b')).toBe(0);
    now = 10_000;
    expect([take(), take(), take()]).toEqual([0, 0, 100]);
  });
});

describe('answers', () => {
  it('every answer has the security headers', async () => {
    const { headers } = await rep.fetch('/v1/me');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
    const https = createApp({
      ...team.server.context,
      config: { ...team.server.context.config, publicUrl: 'https://sideline.example' },
    });
    const secure = await https.request('https://sideline.example/healthz');
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('/healthz answers that the server is up', async () => {
    const response = await fetch(`${team.url}/healthz`);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('/openapi.json describes the API', async () => {
    const response = await fetch(`${team.url}/openapi.json`);
    const document = (await response.json()) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/push',
        '/v1/pull',
        '/v1/me',
        '/v1/devices',
        '/v1/live/ticket',
        '/healthz',
      ]),
    );
    expect(document.components.schemas.Record?.properties).toHaveProperty('audience');
    expect(document.components.schemas['Body.note']?.properties).toHaveProperty('observation');
    const used = [...JSON.stringify(document.paths).matchAll(/#\/components\/schemas\/([\w.]+)/g)];
    for (const [, name = ''] of used) expect(document.components.schemas).toHaveProperty([name]);
  });

  it('"not found" is in the visitor’s language', async () => {
    const program = await fetch(`${team.url}/v1/nothing`);
    expect(program.status).toBe(404);
    await problemOf(program);
    const person = await fetch(`${team.url}/nothing`, { headers: { accept: 'text/html' } });
    expect(person.headers.get('content-type')).toContain('text/html');
  });

  it('an answer reveals nothing of the inside when something breaks', async () => {
    const { database } = team.server.context;
    const closed = { ...database, db: database.db.withSchema('secret_inside') };
    const broken = createApp({ ...team.server.context, database: closed });
    const response = await broken.request(`${team.url}/v1/me`, {
      headers: { authorization: `Bearer ${rep.token}` },
    });
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
    expect(JSON.stringify(lines)).not.toContain('secret_inside');
    expect(lines.some(line => line.event === 'error' && /^error$/i.test(String(line.error)))).toBe(true);
  });

  it('each request is logged on one line, with the route and no content', async () => {
    const canary = 'CANARY-observation';
    await team.owner.push(team.owner.note(team.owner, { body: { observation: canary } }));
    const { ticket } = (await (await rep.fetch('/v1/live/ticket', { method: 'POST' })).json()) as {
      ticket: string;
    };
    await rep.fetch(`/v1/live?ticket=${ticket}`, { headers: { origin: EXTENSION_ORIGIN } });
    await rep.fetch('/join/SOME-INVITATION.CODE');
    await fetch(`${team.url}/device?user_code=SOMECODE`);
    const before = lines.length;
    await rep.fetch('/v1/pull?cursor=abc');
    expect(lines.slice(before)).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({
      event: 'request',
      method: 'GET',
      route: '/v1/pull',
      status: 409,
      workspace: team.workspaceId,
      member: rep.id,
    });
    const all = JSON.stringify(lines);
    const secrets = [canary, rep.token, ticket, 'SOME-INVITATION', 'SOMECODE', rep.email, rep.cookie, 'Ravi'];
    for (const secret of secrets) expect(all).not.toContain(secret);
    expect(all).toContain('/join/:code');
  });
});
