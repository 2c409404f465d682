/** Signing in with a company's own sign-in: a real OpenID provider, both ways of getting in, and what must not get in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '#server/auth/people.ts';
import { browse } from '#testing/server/browse.ts';
import { freePort } from '#testing/server/free-port.ts';
import {
  foundTestWorkspace,
  peopleOf,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';
import { type Company, passThrough, startCompany } from './company.ts';

let team: TestTeam & { owner: TestMember };
let company: Company;

beforeAll(async () => {
  const port = await freePort();
  company = await startCompany(`http://127.0.0.1:${port}/api/auth/callback/company`);
  const { issuer, clientId, clientSecret } = company;
  team = await startTeam({
    port,
    company: { issuer, clientId, clientSecret, name: 'Birch', domains: ['birch.example'], trustEmail: false },
  });
});
afterAll(async () => {
  await team.stop();
  await company.stop();
});

const home = () => `/team/${team.workspaceId}`;

/** Off to the company's page: its address, and the cookies that bind the answer to this browser. */
async function setOff(next = '/'): Promise<{ url: URL; cookie: string }> {
  const response = await fetch(`${team.url}/sign-in/company?${new URLSearchParams({ next })}`, {
    redirect: 'manual',
  });
  expect(response.status).toBe(302);
  const cookie = response.headers
    .getSetCookie()
    .map(set => set.split(';')[0])
    .join('; ');
  return { url: new URL(response.headers.get('location') ?? ''), cookie };
}

/** All the way there and back. */
async function signInAs(email: string, next = '/') {
  const { url, cookie } = await setOff(next);
  const back = await passThrough(url.href, email);
  const browser = browse(team.url, cookie);
  return { browser, page: await browser.get(back.slice(team.url.length)), back, cookie };
}

async function invite(email: string): Promise<string> {
  const owner = browse(team.url, team.owner.cookie);
  const page = await owner.get(home());
  const made = await page.submit(`${home()}/invitations`, { email, role: ['coach'] });
  const link = /value="[^"]*(\/join\/[^"]+)"/.exec(
    made.text.slice(made.text.indexOf(`<strong>${email}`)),
  )?.[1];
  if (link === undefined) throw new Error('There is no link on the page.');
  return link;
}

const usersWith = (email: string) =>
  team.server.context.database.db.selectFrom('user').select('id').where('email', '=', email).execute();

describe('signing in with the company', () => {
  it('the sign-in page offers the company’s sign-in', async () => {
    expect((await browse(team.url).get('/sign-in')).text).toContain('Sign in with Birch');
  });

  it('the company’s sign-in uses PKCE, state and nonce, asks for a code, and comes back only to this server', async () => {
    const { url } = await setOff();
    expect(url.origin).toBe(company.issuer);
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'sideline',
      code_challenge_method: 'S256',
      redirect_uri: `${team.url}/api/auth/callback/company`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThan(20);
    expect(asked.scope).toContain('openid');
  });

  it('somebody of the company’s domain becomes a coachee', async () => {
    const { page } = await signInAs('anna@birch.example');
    expect(page.path).toBe(`${home()}?done=joined`);
    expect(page.text).toContain('Person anna');
    const { members } = await team.owner.me();
    expect(members.find(member => member.name === 'Person anna')?.roles).toEqual(['coachee']);
    const again = await signInAs('anna@birch.example');
    expect(again.page.path).toBe(home());
    expect((await usersWith('anna@birch.example')).length).toBe(1);
  });

  it('somebody who is invited gets the roles of the invitation', async () => {
    const link = await invite('guest@elsewhere.example');
    const { browser, page } = await signInAs('guest@elsewhere.example', link);
    expect(page.path).toBe(link);
    const joined = await (await browser.get(link)).submit(link);
    expect(joined.path).toBe(`${home()}?done=joined`);
    const { members } = await team.owner.me();
    expect(members.find(member => member.name === 'Person guest')?.roles).toEqual(['coach']);
  });

  it('anybody else is kept out and gets no account', async () => {
    const { page } = await signInAs('stranger@elsewhere.example');
    expect(page.path).toContain('/sign-in');
    expect(page.notice).toContain('Nobody has invited this address');
    expect(await usersWith('stranger@elsewhere.example')).toEqual([]);
  });

  it.each([
    ['a domain that only ends alike', 'x@evilbirch.example'],
    ['a domain below it', 'x@sub.birch.example'],
    ['two signs of at', 'x@birch.example@evil.example'],
  ])('the company’s sign-in keeps out %s', async (_name, email) => {
    const { page } = await signInAs(email);
    expect(page.path).toContain('/sign-in');
    expect(await usersWith(email)).toEqual([]);
  });

  it('an address that the company did not verify is kept out', async () => {
    company.claims['unsure@birch.example'] = { email_verified: false };
    const { page } = await signInAs('unsure@birch.example');
    expect(page.path).toContain('/sign-in');
    expect(await usersWith('unsure@birch.example')).toEqual([]);
  });

  it('the company’s sign-in does not hand over an account whose address was never confirmed', async () => {
    const victim = await team.join('Vera Victim', ['coachee']);
    company.claims['mallory@birch.example'] = { email: victim.email };
    const { page, browser } = await signInAs('mallory@birch.example');
    expect(page.notice).toContain('There is an account with this address already');
    expect((await browser.get(home())).path).toContain('/sign-in');
  });

  it('the company’s sign-in does not bring back a removed member', async () => {
    await signInAs('leaver@birch.example');
    const member = (await team.owner.me()).members.find(each => each.name === 'Person leaver');
    const owner = browse(team.url, team.owner.cookie);
    await (await owner.get(home())).submit(`${home()}/remove`, { member: member?.id ?? '' });
    const { page } = await signInAs('leaver@birch.example');
    expect(page.text).toContain('You are in no workspace yet');
  });

  it('the server keeps no token of the company', async () => {
    const { authDb } = team.server.context.database;
    const rows = await authDb.selectFrom('account').selectAll().where('providerId', '=', 'company').execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
  });
});

describe('an answer that is not to this browser’s question', () => {
  it('an answer is refused for another browser, with another state, a second time, or without a question', async () => {
    const { url, cookie } = await setOff();
    const back = new URL(await passThrough(url.href, 'bert@birch.example'));
    const path = back.pathname + back.search;
    const elsewhere = browse(team.url);
    expect((await elsewhere.get(path)).path).toContain('/sign-in');
    expect((await elsewhere.get(home())).path).toContain('/sign-in');

    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(32));
    expect((await browse(team.url, cookie).get(forged.pathname + forged.search)).path).toContain('/sign-in');

    const fine = await signInAs('bert@birch.example');
    const replayed = browse(team.url, fine.cookie);
    await replayed.get(fine.back.slice(team.url.length));
    expect((await replayed.get(home())).path).toContain('/sign-in');

    for (const query of ['', '?code=x', '?error=access_denied', `?code=x&state=${'y'.repeat(32)}`]) {
      const page = await browse(team.url).get(`/api/auth/callback/company${query}`);
      expect(page.path).toContain('/sign-in');
    }
  });

  it('a refused answer leads nowhere else', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const { page } = await signInAs('anna@birch.example', next);
      expect(page.path).toBe(home());
    }
  });
});

describe('without a company', () => {
  it('without a company there is no company sign-in', async () => {
    const plain = await startTeam();
    try {
      const page = await browse(plain.url).get('/sign-in/company');
      expect(page.path).toBe('/sign-in?next=%2F');
      const answer = await fetch(`${plain.url}/api/auth/callback/company?code=x&state=y`);
      expect(answer.status).toBe(404);
    } finally {
      await plain.stop();
    }
  });
});

describe('on a server with several workspaces', () => {
  it('with several workspaces a domain brings nobody into any of them', async () => {
    const port = await freePort();
    const other = await startCompany(`http://127.0.0.1:${port}/api/auth/callback/company`);
    const { issuer, clientId, clientSecret } = other;
    const open = await startTeam({
      port,
      company: {
        issuer,
        clientId,
        clientSecret,
        name: 'Birch',
        domains: ['birch.example'],
        trustEmail: false,
      },
    });
    try {
      const second = await foundTestWorkspace(open.server, 'Second Owner');
      await addMember(peopleOf(open.server), {
        workspaceId: second.workspaceId,
        userId: open.owner.userId,
        roles: ['coach'],
      });
      const response = await fetch(`${open.url}/sign-in/company`, { redirect: 'manual' });
      const cookie = response.headers
        .getSetCookie()
        .map(set => set.split(';')[0])
        .join('; ');
      const back = await passThrough(response.headers.get('location') ?? '', 'anna@birch.example');
      const browser = browse(open.url, cookie);
      await browser.get(back.slice(open.url.length));
      const { members } = await open.owner.me();
      expect(members.map(member => member.name)).toEqual(['Olive Owner']);
    } finally {
      await open.stop();
      await other.stop();
    }
  });
});
