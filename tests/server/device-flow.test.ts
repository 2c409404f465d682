import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVICE_POLL_SECONDS } from '#server/auth/auth.ts';
import { nameOfBrowser } from '#server/auth/device-routes.ts';
import { addMember } from '#server/auth/people.ts';
import { defaultRateLimits, noRateLimits } from '#server/http/rate-limit.ts';
import { type Browser, browse } from '#testing/server/browse.ts';
import {
  foundTestWorkspace,
  peopleOf,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const CLIENT = 'sideline-extension';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;

beforeAll(async () => {
  team = await startTeam();
  rep = await team.join('Ravi Rep', ['coachee']);
});
afterAll(() => team.stop());

async function post(path: string, body: unknown, headers: Record<string, string> = {}, url = team.url) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

interface Code {
  device_code: string;
  user_code: string;
  verification_uri: string;
  verification_uri_complete: string;
  expires_in: number;
  interval: number;
}

async function askForCode(url = team.url): Promise<Code> {
  const { status, body } = await post(
    '/api/auth/device/code',
    { client_id: CLIENT, device_name: 'Chrome <on> Linux' },
    {},
    url,
  );
  expect(status).toBe(200);
  return body as unknown as Code;
}

function poll(code: Code) {
  return post('/api/auth/device/token', {
    grant_type: GRANT,
    device_code: code.device_code,
    client_id: CLIENT,
  });
}

/** Makes the library forget when it was last asked, so that a test need not wait. */
function waitForNextPoll(): Promise<unknown> {
  const past = new Date(Date.now() - 2 * DEVICE_POLL_SECONDS * 1000).toISOString();
  return team.server.context.database.db.updateTable('deviceCode').set({ lastPolledAt: past }).execute();
}

async function approve(browser: Browser, code: Code, changes: Record<string, string> = {}) {
  const page = await browser.get(`/device?user_code=${code.user_code}`);
  return page.submit('/device', { decision: 'approve', ...changes });
}

describe('signing in an extension', () => {
  it('an extension gets from a code to a device of its own', async () => {
    const code = await askForCode();
    expect(code).toMatchObject({
      verification_uri: `${team.url}/device`,
      verification_uri_complete: `${team.url}/device?user_code=${code.user_code}`,
      expires_in: 600,
      interval: DEVICE_POLL_SECONDS,
    });
    expect(code.device_code.length).toBeGreaterThanOrEqual(32);
    expect((await poll(code)).body).toMatchObject({ error: 'authorization_pending' });
    expect((await poll(code)).body).toMatchObject({ error: 'slow_down' });

    const browser = browse(team.url, rep.cookie);
    const page = await browser.get(`/device?user_code=${code.user_code}`);
    expect(page.text).toContain('Chrome &lt;on&gt; Linux');
    expect(page.text).toContain(`${code.user_code.slice(0, 4)}-${code.user_code.slice(4)}`);
    expect((await approve(browser, code)).text).toContain('is signed in to North Sales');

    await waitForNextPoll();
    const token = await poll(code);
    expect(token).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
    const bearer = { authorization: `Bearer ${token.body.access_token}` };
    const device = await post('/v1/devices', { name: 'Chrome on Linux' }, bearer);
    expect(device.status).toBe(201);
    expect(device.body.token).toMatch(/^sld_/);

    const me = await fetch(`${team.url}/v1/me`, {
      headers: { authorization: `Bearer ${device.body.token}` },
    });
    expect(await me.json()).toMatchObject({ member: { id: rep.id }, workspace: { id: team.workspaceId } });

    // Neither the code nor the bearer is good for anything any more.
    expect((await poll(code)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await post('/v1/devices', { name: 'Again' }, bearer)).status).toBe(401);
    expect((await approve(browser, code).catch(() => undefined))?.text).not.toContain('is signed in');
  });

  it('the database contains no usable token', async () => {
    const code = await askForCode();
    await approve(browse(team.url, rep.cookie), code);
    const { body } = await poll(code);
    const signed = String(body.access_token);
    const sessions = await team.server.context.database.db.selectFrom('session').select('token').execute();
    expect(sessions.map(session => session.token)).not.toContain(signed);
    const [bare] = signed.split('.');
    const stolen = await post('/v1/devices', { name: 'x' }, { authorization: `Bearer ${bare}` });
    expect(stolen.status).toBe(401);
    const device = await post('/v1/devices', { name: 'x' }, { authorization: `Bearer ${signed}` });
    const devices = await team.server.context.database.db.selectFrom('devices').selectAll().execute();
    expect(JSON.stringify(devices)).not.toContain(device.body.token);
    for (const { token_hash } of devices) {
      const response = await fetch(`${team.url}/v1/me`, {
        headers: { authorization: `Bearer ${token_hash}` },
      });
      expect(response.status).toBe(401);
    }
  });

  it('the extension learns that the person said no', async () => {
    const code = await askForCode();
    const page = await approve(browse(team.url, rep.cookie), code, { decision: 'deny' });
    expect(page.text).toContain('Not approved');
    expect((await poll(code)).body).toMatchObject({ error: 'access_denied' });
  });

  it('a person in two workspaces can choose one, and the choice is binding', async () => {
    const other = await foundTestWorkspace(team.server, 'Second Owner');
    const people = peopleOf(team.server);
    const both = await team.join('Berta Both', ['coachee']);
    await addMember(people, { workspaceId: other.workspaceId, userId: both.userId, roles: ['coach'] });
    const code = await askForCode();
    const browser = browse(team.url, both.cookie);
    const unchosen = await approve(browser, code);
    expect(unchosen.status).toBe(400);
    expect(unchosen.text).toContain('Choose a workspace');
    const foreign = await foundTestWorkspace(team.server, 'Third Owner');
    expect((await approve(browser, code, { workspace: foreign.workspaceId })).status).toBe(400);
    await approve(browser, code, { workspace: other.workspaceId });
    const { body } = await poll(code);
    const device = await post('/v1/devices', { name: 'x' }, { authorization: `Bearer ${body.access_token}` });
    const me = await fetch(`${team.url}/v1/me`, {
      headers: { authorization: `Bearer ${device.body.token}` },
    });
    expect(await me.json()).toMatchObject({
      workspace: { id: other.workspaceId },
      member: { roles: ['coach'] },
    });
  });

  it('the approving page asks for a sign-in first, and then comes back to the code', async () => {
    const code = await askForCode();
    const browser = browse(team.url);
    const page = await browser.get(`/device?user_code=${code.user_code}`);
    expect(page.path).toBe(`/sign-in?next=${encodeURIComponent(`/device?user_code=${code.user_code}`)}`);
    const signedIn = await page.submit('/sign-in', { email: rep.email, password: 'correct horse battery' });
    expect(signedIn.path).toBe(`/device?user_code=${code.user_code}`);
    expect(signedIn.text).toContain('Sign in the extension?');
  });

  it('a code is approved only by the page’s own form', async () => {
    const code = await askForCode();
    const browser = browse(team.url, rep.cookie);
    const page = await browser.get(`/device?user_code=${code.user_code}`);
    const fields = { ...page.fields('/device'), decision: 'approve' };
    const send = (headers: Record<string, string>, changes: Record<string, string> = {}) =>
      browser.post('/device', { ...fields, ...changes }, headers);
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'null' })).status).toBe(403);
    expect((await send({ origin: '' })).status).toBe(403);
    expect((await send({ origin: team.url }, { token: 'made-up' })).status).toBe(403);
    expect((await send({ origin: team.url }, { token: '' })).status).toBe(403);
    const another = await browse(team.url, team.owner.cookie).get(`/device?user_code=${code.user_code}`);
    expect((await send({ origin: team.url }, { token: another.fields('/device').token ?? '' })).status).toBe(
      403,
    );
    expect((await browser.get(`/device?user_code=${code.user_code}&decision=approve`)).text).toContain(
      'Approve',
    );
    expect((await poll(code)).body).toMatchObject({ error: 'authorization_pending' });
    expect((await send({ origin: team.url })).status).toBe(200);
  });

  it('nobody can approve a code that another person has looked up', async () => {
    const code = await askForCode();
    await browse(team.url, rep.cookie)
      .get(`/device?user_code=${code.user_code}`)
      .then(page => page.submit('/device', { decision: 'approve', workspace: 'nowhere' }));
    await approve(browse(team.url, team.owner.cookie), code);
    const late = await approve(browse(team.url, rep.cookie), code);
    expect(late.text).toContain('no longer good');
    const { body } = await poll(code);
    const device = await post('/v1/devices', { name: 'x' }, { authorization: `Bearer ${body.access_token}` });
    const me = await fetch(`${team.url}/v1/me`, {
      headers: { authorization: `Bearer ${device.body.token}` },
    });
    expect(await me.json()).toMatchObject({ member: { id: team.owner.id } });
  });

  it('the device flow refuses another client, another grant, and a cookie instead of a bearer', async () => {
    const stranger = await post('/api/auth/device/code', { client_id: 'somebody-else' });
    expect(stranger).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    const code = await askForCode();
    const wrong = await post('/api/auth/device/token', {
      grant_type: 'password',
      device_code: code.device_code,
      client_id: CLIENT,
    });
    expect(wrong).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
    expect((await post('/v1/devices', { name: 'x' }, { cookie: rep.cookie })).status).toBe(401);
  });

  it('no other route of the auth library is open', async () => {
    const paths = [
      'sign-up/email',
      'sign-in/email',
      'organization/create',
      'get-session',
      'device/approve',
      'ok',
    ];
    for (const path of paths) {
      const response = await post(`/api/auth/${path}`, {}, { cookie: rep.cookie });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  it('a person can try five codes, then has to wait', async () => {
    const other = await startTeam({ rateLimits: { ...noRateLimits, userCode: defaultRateLimits.userCode } });
    try {
      const browser = browse(other.url, other.owner.cookie);
      const statuses: number[] = [];
      for (let i = 0; i < 7; i += 1)
        statuses.push((await browser.get(`/device?user_code=WRONG${i}AA`)).status);
      expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
      const code = await askForCode(other.url);
      const page = await browser.get(`/device?user_code=${code.user_code}`);
      expect(page.status).toBe(429);
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await other.stop();
    }
  });

  it('a code is accepted the way people type it', async () => {
    const code = await askForCode();
    const typed = `${code.user_code.slice(0, 4).toLowerCase()} - ${code.user_code.slice(4)}`;
    const page = await browse(team.url, rep.cookie).get(`/device?user_code=${encodeURIComponent(typed)}`);
    expect(page.text).toContain('Sign in the extension?');
  });
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36', 'Chrome on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/156.0 Edg/156.0', 'Edge on macOS'],
  ['curl/8', 'Browser'],
])('the browser %s is called %s', (userAgent, name) => {
  expect(nameOfBrowser(userAgent)).toBe(name);
});
