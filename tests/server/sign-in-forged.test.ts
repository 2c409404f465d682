/**
 * The company's own sign-in, with tokens that are not what was asked for: an issuer made by hand, since a real one gives
 * none of these. And the extension's device flow, asked for what it does not do.
 */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browse } from '#testing/server/browse.ts';
import { freePort } from '#testing/server/free-port.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CLIENT = 'sideline';

let team: TestTeam & { owner: TestMember };
let issuer: Server;
let address: string;
/** How the next ID token is made, from the nonce that was asked for. */
let forge: (nonce: string) => string;
/** What the token endpoint was asked. */
let asked: URLSearchParams;
let nonce: string;

beforeAll(async () => {
  issuer = createServer(async (request, response) => {
    const json = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (new URL(request.url ?? '', 'http://x').pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer: address,
          authorization_endpoint: `${address}/authorize`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/jwks`,
          userinfo_endpoint: `${address}/me`,
        });
      case '/jwks':
        return json({
          keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
        });
      case '/token': {
        let body = '';
        for await (const chunk of request) body += chunk;
        asked = new URLSearchParams(body);
        const token = forge(nonce);
        const answer = { access_token: 'at', token_type: 'Bearer', expires_in: 60 };
        return json(token === '' ? answer : { ...answer, id_token: token });
      }
      case '/me':
        return json({ sub: 'bert', email: 'bert@birch.example', email_verified: true, name: 'Bert' });
      default:
        return response.writeHead(404).end();
    }
  });
  issuer.listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  address = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  const company = { issuer: address, clientId: CLIENT, clientSecret: 'of the company', name: 'Birch' };
  team = await startTeam({
    port: await freePort(),
    company: { ...company, domains: ['birch.example'], trustEmail: false },
  });
});
afterAll(async () => {
  await team.stop();
  issuer.close();
  issuer.closeAllConnections();
});

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);
const claims = (changes: object = {}) => ({
  iss: address,
  aud: CLIENT,
  sub: 'bert',
  email: 'bert@birch.example',
  email_verified: true,
  name: 'Bert',
  nonce,
  iat: now(),
  exp: now() + 60,
  ...changes,
});

function signed(payload: object, { header = {}, key = own.privateKey } = {}): string {
  const data = `${base64({ alg: 'RS256', kid: 'own', ...header })}.${base64(payload)}`;
  return `${data}.${createSign('RSA-SHA256').update(data).sign(key).toString('base64url')}`;
}

/** Off to the issuer; what it was asked, and the cookie that binds the answer to this browser. */
async function setOff(headers: Record<string, string> = {}) {
  const response = await fetch(`${team.url}/sign-in/company?next=/`, { redirect: 'manual', headers });
  const cookie = response.headers
    .getSetCookie()
    .map(set => set.split(';')[0])
    .join('; ');
  const query = new URL(response.headers.get('location') ?? '').searchParams;
  nonce = query.get('nonce') ?? '';
  return { query, cookie };
}

/** Back with this answer; where it ends. */
async function comeBack(cookie: string, answer: Record<string, string>) {
  const browser = browse(team.url, cookie);
  await browser.get(`/api/auth/callback/company?${new URLSearchParams(answer)}`);
  return (await browser.get(`/team/${team.workspaceId}`)).path;
}

describe('an ID token', () => {
  it('a correct ID token signs in, with the verifier of the challenge and the very same redirect', async () => {
    const { query, cookie } = await setOff();
    forge = () => signed(claims());
    expect(await comeBack(cookie, { code: 'c', state: query.get('state') ?? '' })).toBe(
      `/team/${team.workspaceId}`,
    );
    const verifier = asked.get('code_verifier') ?? '';
    expect(verifier.length).toBeGreaterThanOrEqual(43);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(query.get('code_challenge'));
    expect(asked.get('grant_type')).toBe('authorization_code');
    expect(asked.get('redirect_uri')).toBe(`${team.url}/api/auth/callback/company`);
    expect(query.get('redirect_uri')).toBe(asked.get('redirect_uri'));
  });

  it.each<[string, () => string]>([
    ['another nonce', () => signed(claims({ nonce: 'x'.repeat(32) }))],
    ['no nonce', () => signed(claims({ nonce: undefined }))],
    ['another audience', () => signed(claims({ aud: 'another-client' }))],
    ['another issuer', () => signed(claims({ iss: 'https://evil.example' }))],
    ['a time that is over', () => signed(claims({ iat: now() - 7200, exp: now() - 3600 }))],
    ['another key under the name of the right one', () => signed(claims(), { key: stranger.privateKey })],
    [
      'a key that the issuer does not have',
      () => signed(claims(), { header: { kid: 'mine' }, key: stranger.privateKey }),
    ],
    ['no signature', () => `${base64({ alg: 'none' })}.${base64(claims())}.`],
    ['the algorithm "none" under a real signature', () => signed(claims(), { header: { alg: 'none' } })],
    [
      'claims that were changed after signing',
      () => {
        const [head, , signature] = signed(claims()).split('.');
        return `${head}.${base64(claims({ email: 'olive@birch.example', sub: 'olive' }))}.${signature}`;
      },
    ],
    ['none at all', () => ''],
  ])('an ID token with %s signs nobody in', async (_what, make) => {
    const { query, cookie } = await setOff();
    forge = make;
    expect(await comeBack(cookie, { code: 'c', state: query.get('state') ?? '' })).toContain('/sign-in');
  });
});

describe('an answer', () => {
  it('an answer with tokens in the address instead of a code (implicit) signs nobody in', async () => {
    forge = () => signed(claims());
    for (const extra of ['id_token', 'access_token', 'token'] as const) {
      const { query, cookie } = await setOff();
      const answer = { state: query.get('state') ?? '', [extra]: signed(claims()) };
      expect([extra, await comeBack(cookie, answer)]).toEqual([extra, expect.stringContaining('/sign-in')]);
    }
  });

  it('the answer is requested at this server’s own address, whatever a request calls it', async () => {
    const tries: Record<string, string>[] = [
      { 'x-forwarded-host': 'evil.example' },
      { 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' },
      { origin: 'https://evil.example', referer: 'https://evil.example/' },
    ];
    for (const headers of tries) {
      const { query } = await setOff(headers);
      expect(query.get('redirect_uri')).toBe(`${team.url}/api/auth/callback/company`);
      expect(query.get('response_type')).toBe('code');
    }
  });
});

describe('the device flow', () => {
  const ask = (path: string, body: object) =>
    fetch(`${team.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('the device flow has no redirect, no code in an address and no implicit grant: there are no such routes', async () => {
    for (const path of [
      '/authorize',
      '/oauth2/authorize',
      '/oauth/authorize',
      '/oauth2/token',
      '/token',
      '/mcp/authorize',
    ]) {
      const query = 'response_type=token&client_id=sideline-extension&redirect_uri=https://evil.example';
      for (const prefix of ['', '/api/auth', '/v1']) {
        const response = await fetch(`${team.url}${prefix}${path}?${query}`, { redirect: 'manual' });
        expect([prefix + path, response.status]).toEqual([prefix + path, 404]);
        expect(response.headers.get('location')).toBeNull();
      }
    }
  });

  it('the device flow takes no user code for a device code, and no code twice', async () => {
    const flow = await (await ask('/api/auth/device/code', { client_id: 'sideline-extension' })).json();
    expect(flow.verification_uri).toBe(`${team.url}/device`);
    const poll = async (device_code: string, changes = {}) =>
      (
        await ask('/api/auth/device/token', {
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          client_id: 'sideline-extension',
          device_code,
          ...changes,
        })
      ).json();
    expect(await poll(flow.user_code)).toMatchObject({ error: 'invalid_grant' });
    expect(await poll(flow.device_code, { client_id: 'another' })).toMatchObject({ error: 'invalid_client' });
    for (const token of [flow.device_code, flow.user_code]) {
      const response = await fetch(`${team.url}/v1/devices`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'x' }),
      });
      expect(response.status).toBe(401);
    }
  });
});
