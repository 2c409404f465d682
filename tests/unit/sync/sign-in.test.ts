import { describe, expect, test } from 'vitest';
import { problemTypes } from '#lib/sync/protocol.ts';
import {
  checkServer,
  exchangeToken,
  invitationIn,
  isSafeAddress,
  normaliseServer,
  pollDeviceFlow,
  signOut,
  startDeviceFlow,
} from '#lib/sync/sign-in.ts';
import type { Fetch } from './scene.ts';

const SERVER = 'https://team.example';
type Answers = Record<string, () => Response | Promise<Response>>;

/** A server that gives these answers and notes what it was asked. */
function fake(answers: Answers) {
  const calls: { call: string; token: string | null; body: unknown }[] = [];
  const fetch: Fetch = async (input, init = {}) => {
    const call = `${init.method ?? 'GET'} ${new URL(String(input)).pathname}`;
    const token = new Headers(init.headers).get('authorization');
    calls.push({ call, token, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    const answer = answers[call];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { fetch: fetch as typeof globalThis.fetch, calls };
}
const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
const stranger = json({ type: problemTypes.signedOut, title: 'Signed out', status: 401 }, 401);

describe('an address as it is typed', () => {
  test.each([
    ['team.example', 'https://team.example'],
    ['  HTTPS://Team.Example/ ', 'https://team.example'],
    ['team.example:8443/sideline/', 'https://team.example:8443/sideline'],
    ['https://team.example/a?b=c#d', 'https://team.example/a'],
    ['localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['https://localhost', 'https://localhost'],
    ['intranet', 'https://intranet'],
    ['büro.example', 'https://xn--bro-hoa.example'],
  ])('the typed address %s becomes %s', (typed, server) => {
    expect(normaliseServer(typed)).toEqual({ ok: true, server });
  });

  test.each([
    ['', 'not-an-address'],
    ['two words', 'not-an-address'],
    ['ftp://team.example', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['https://user:secret@team.example', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['http://team.example', 'http-not-allowed'],
    ['http://localhost.evil.example', 'http-not-allowed'],
    ['http://127.0.0.1.evil.example', 'http-not-allowed'],
  ])('the typed address %s is refused: %s', (typed, reason) => {
    expect(normaliseServer(typed)).toEqual({ ok: false, reason });
  });
});

describe('checkServer', () => {
  const health = json({ status: 'ok' });
  test.each<[string, Answers, object]>([
    ['a Sideline server', { 'GET /healthz': health, 'GET /v1/me': stranger }, { ok: true, server: SERVER }],
    ['an address where nobody answers', {}, { ok: false, reason: 'unreachable' }],
    [
      'a server that is starting',
      { 'GET /healthz': () => new Response('', { status: 503 }) },
      { ok: false, reason: 'unreachable' },
    ],
    ['a website', { 'GET /healthz': () => new Response('<html>') }, { ok: false, reason: 'not-sideline' }],
    [
      'a server without a health page',
      { 'GET /healthz': json({}, 404) },
      { ok: false, reason: 'not-sideline' },
    ],
    [
      'a healthy server of another kind',
      { 'GET /healthz': health, 'GET /v1/me': json({}, 404) },
      { ok: false, reason: 'not-sideline' },
    ],
    [
      'a server that answers anybody',
      { 'GET /healthz': health, 'GET /v1/me': json({}) },
      { ok: false, reason: 'not-sideline' },
    ],
  ])('checkServer recognises %s', async (_name, answers, expected) => {
    expect(await checkServer('team.example', fake(answers).fetch)).toEqual(expected);
  });

  test.each([
    'https://team.example/join/abcDEF123.0123456789_-abcdefghij',
    'team.example/team/w1',
    'https://team.example/team/w1/audit?before=5',
    'https://team.example/sign-in?next=/device',
    'https://team.example/device?user_code=ABCD1234',
    'https://team.example/start',
  ])('checkServer takes %s for the server whose page it is', async typed => {
    const answers = { 'GET /healthz': health, 'GET /v1/me': stranger };
    expect(await checkServer(typed, fake(answers).fetch)).toEqual({ ok: true, server: SERVER });
  });

  test.each([
    ['https://team.example/join/abc.DEF-12_3', 'abc.DEF-12_3'],
    [' https://team.example/join/abc.DEF?utm=1 ', 'abc.DEF'],
    ['https://team.example/join', undefined],
    ['https://team.example/team/join1', undefined],
    ['team.example', undefined],
  ])('the invitation in %s is %s', (typed, code) => {
    expect(invitationIn(typed)).toBe(code);
  });

  test('checkServer sends nothing to a refused address', async () => {
    const { fetch, calls } = fake({});
    expect(await checkServer('http://team.example', fetch)).toEqual({
      ok: false,
      reason: 'http-not-allowed',
    });
    expect(calls).toEqual([]);
  });
});

describe('the device flow', () => {
  const code = {
    device_code: 'secret',
    user_code: 'ABCD1234',
    verification_uri: `${SERVER}/device`,
    verification_uri_complete: `${SERVER}/device?user_code=ABCD1234`,
    expires_in: 600,
    interval: 2,
  };
  const start = (changes: object) =>
    startDeviceFlow(SERVER, fake({ 'POST /api/auth/device/code': json({ ...code, ...changes }) }).fetch, {
      now: 1000,
    });

  test('the device flow begins with a code for the person and an address to open', async () => {
    const { fetch, calls } = fake({ 'POST /api/auth/device/code': json(code) });
    expect(await startDeviceFlow(SERVER, fetch, { deviceName: 'Chrome on Linux', now: 1000 })).toEqual({
      ok: true,
      value: {
        verificationUrl: `${SERVER}/device?user_code=ABCD1234`,
        userCode: 'ABCD1234',
        deviceCode: 'secret',
        interval: 2000,
        expiresAt: 601_000,
      },
    });
    expect(calls[0]?.body).toEqual({ client_id: 'sideline-extension', device_name: 'Chrome on Linux' });
  });

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['http://evil.example/device'],
    ['https://user@evil.example'],
    ['/device'],
  ])('the device flow never opens %s', async address => {
    expect(await start({ verification_uri_complete: address })).toMatchObject({
      ok: false,
      reason: 'bad-server',
    });
    expect(isSafeAddress(address)).toBe(false);
  });

  test('the device flow limits the times that a server gives', async () => {
    expect(await start({ interval: 0.001, expires_in: 1e9 })).toMatchObject({
      value: { interval: 1000, expiresAt: 1_801_000 },
    });
    expect(await start({ interval: 1e9 })).toMatchObject({ value: { interval: 60_000 } });
    expect(await start({ interval: undefined })).toMatchObject({ value: { interval: 5000 } });
  });

  test.each<[string, () => Response, object]>([
    ['waits', json({ error: 'authorization_pending' }, 400), { status: 'waiting' }],
    ['is asked to slow down', json({ error: 'slow_down' }, 400), { status: 'slow-down' }],
    ['is denied', json({ error: 'access_denied' }, 400), { status: 'denied' }],
    ['expires', json({ error: 'expired_token' }, 400), { status: 'expired' }],
    ['is not known', json({ error: 'invalid_grant' }, 400), { status: 'expired' }],
    ['is approved', json({ access_token: 'bearer' }), { status: 'approved', token: 'bearer' }],
    [
      'meets trouble',
      () => new Response('', { status: 500 }),
      { status: 'trouble', failure: { reason: 'error' } },
    ],
    ['meets nonsense', json({ access_token: 5 }), { status: 'trouble', failure: { reason: 'bad-server' } }],
  ])('a poll reports that the device flow %s', async (_name, answer, expected) => {
    const { fetch, calls } = fake({ 'POST /api/auth/device/token': answer });
    expect(await pollDeviceFlow(SERVER, 'secret', fetch)).toMatchObject(expected);
    expect(calls[0]?.body).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'secret',
      client_id: 'sideline-extension',
    });
  });
});

describe('the device’s own token', () => {
  const member = { id: 'ann', name: 'Ann', roles: ['coach'], coachIds: [] };
  const me = {
    member,
    email: 'ann@team.example',
    workspace: { id: 'team', name: 'Team' },
    members: [member],
  };
  const device = json({ deviceId: 'd', token: 'own' }, 201);

  test('the flow’s token is exchanged for the device’s own, and the account says whose it is', async () => {
    const { fetch, calls } = fake({ 'POST /v1/devices': device, 'GET /v1/me': json(me) });
    const reply = await exchangeToken(SERVER, 'bearer', 'Chrome on Linux', fetch);
    expect(reply).toMatchObject({
      ok: true,
      value: { account: { server: SERVER, token: 'own', workspaceId: 'team', memberId: 'ann' }, me },
    });
    expect(calls.map(({ call, token }) => [call, token])).toEqual([
      ['POST /v1/devices', 'Bearer bearer'],
      ['GET /v1/me', 'Bearer own'],
    ]);
  });

  test('the device’s token is revoked when the exchange cannot be completed', async () => {
    const { fetch, calls } = fake({
      'POST /v1/devices': device,
      'DELETE /v1/devices/current': () => new Response(null, { status: 204 }),
    });
    expect(await exchangeToken(SERVER, 'bearer', 'x', fetch)).toMatchObject({ ok: false, reason: 'offline' });
    expect(calls.at(-1)).toMatchObject({ call: 'DELETE /v1/devices/current', token: 'Bearer own' });
  });

  test.each<[string, Answers, boolean]>([
    ['known', { 'DELETE /v1/devices/current': () => new Response(null, { status: 204 }) }, true],
    ['already gone', { 'DELETE /v1/devices/current': stranger }, true],
    ['out of reach', {}, false],
  ])('signing out a device whose token is %s', async (_name, answers, ok) => {
    const account = { server: SERVER, token: 'own', workspaceId: 'team', memberId: 'ann' };
    expect((await signOut(account, fake(answers).fetch)).ok).toBe(ok);
  });
});
