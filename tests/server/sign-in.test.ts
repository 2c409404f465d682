/** Ways in besides the password, where one is signed in, and coming back after having left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePasswordLink, makeSignInLink } from '#server/auth/links.ts';
import { addMember, markEmailVerified } from '#server/auth/people.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import { createMailer } from '#server/mail.ts';
import { browse } from '#testing/server/browse.ts';
import {
  foundTestWorkspace,
  PASSWORD,
  peopleOf,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';
import { type PostBox, startPostBox } from './post-box.ts';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;

beforeAll(async () => {
  team = await startTeam();
  rep = await team.join('Ravi Rep', ['coachee']);
});
afterAll(() => team.stop());

const home = () => `/team/${team.workspaceId}`;
const signedIn = async (cookies: string) =>
  !(await browse(team.url, cookies).get(home())).path.includes('/sign-in');

async function freshBrowser(who: TestMember, password = PASSWORD) {
  const browser = browse(team.url);
  const page = await browser.post('/sign-in', { email: who.email, password, next: '/' });
  return { browser, page };
}

describe('a link by mail', () => {
  let box: PostBox;
  let mailTeam: TestTeam & { owner: TestMember };
  beforeAll(async () => {
    box = await startPostBox();
    mailTeam = await startTeam({ mail: { url: box.url, from: 'Sideline <team@sideline.example>' } });
    // As joining by an invitation link does.
    await markEmailVerified(peopleOf(mailTeam.server), mailTeam.owner.userId);
  });
  afterAll(async () => {
    await mailTeam.stop();
    await box.stop();
  });
  const ask = (email: string, kind: string) => browse(mailTeam.url).post('/sign-in/mail', { email, kind });
  const linkIn = (text: string) => /https?:\/\/[^\s]+?(\/(?:link|password|join)\/\S+)/.exec(text)?.[1] ?? '';

  it('a link by mail signs in once, by pressing a button and not by being opened', async () => {
    const said = await ask(mailTeam.owner.email, 'sign-in');
    expect(said.text).toContain('Look at your mail');
    const mail = await box.next();
    expect(mail).toMatchObject({ to: mailTeam.owner.email, subject: 'Your link to sign in to Sideline' });
    const link = linkIn(mail.text);
    for (let i = 0; i < 3; i += 1) expect((await browse(mailTeam.url).get(link)).status).toBe(200);
    const browser = browse(mailTeam.url);
    const page = await (await browser.get(link)).submit(link);
    expect(page.text).toContain('Olive Owner');
    const again = await browse(mailTeam.url).post(link, {});
    expect(again.status).toBe(404);
  });

  it('a link by mail sets a new password once, and signs all browsers out', async () => {
    const member = await mailTeam.join('Pia Password', ['coachee']);
    await ask(member.email, 'password');
    const link = linkIn((await box.next()).text);
    const page = await browse(mailTeam.url).get(link);
    expect((await page.submit(link, { password: 'short' })).status).toBe(400);
    const done = await page.submit(link, { password: 'another long enough one' });
    expect(done.notice).toContain('Your new password is set');
    expect((await browse(mailTeam.url, member.cookie).get('/account')).path).toContain('/sign-in');
    expect((await member.fetch('/v1/me')).status).toBe(200);
    const values = { email: member.email, next: '/' };
    expect((await browse(mailTeam.url).post('/sign-in', { ...values, password: PASSWORD })).status).toBe(400);
    const fresh = await browse(mailTeam.url).post('/sign-in', {
      ...values,
      password: 'another long enough one',
    });
    expect(fresh.text).toContain('Pia Password');
    expect((await page.submit(link, { password: 'a third one of some length' })).status).toBe(404);
  });

  it('no link goes to somebody without an account, and the page does not reveal it', async () => {
    const known = await ask(mailTeam.owner.email, 'sign-in');
    expect((await box.next()).to).toBe(mailTeam.owner.email);
    const unknown = await ask('nobody@x.example', 'sign-in');
    const reset = await ask('nobody@x.example', 'password');
    expect(unknown.text).toBe(known.text);
    expect(reset.text).toBe(known.text);
    // Mails go out in order: had there been one for nobody, it would be here before this one.
    await ask(mailTeam.owner.email, 'sign-in');
    expect((await box.next()).to).toBe(mailTeam.owner.email);
    expect(box.mails).toEqual([]);
  });

  it('an invitation can be sent by mail too', async () => {
    const owner = browse(mailTeam.url, mailTeam.owner.cookie);
    const here = `/team/${mailTeam.workspaceId}`;
    const page = await owner.get(here);
    const sent = await page.submit(`${here}/invitations`, {
      email: 'new@x.example',
      role: ['coachee'],
      send: 'mail',
    });
    expect(sent.notice).toContain('on its way by mail');
    const mail = await box.next();
    expect(mail.to).toBe('new@x.example');
    const invited = await browse(mailTeam.url).get(linkIn(mail.text));
    expect(invited.text).toContain('Join North Sales');
  });

  it('a link by mail cannot be requested again and again', async () => {
    const slow = await startTeam({
      rateLimits: { ...noRateLimits, mail: { burst: 1, every: 60_000 } },
      mail: { url: box.url, from: 'a@b.example' },
    });
    try {
      const statuses = [];
      for (let i = 0; i < 2; i += 1) {
        const page = await browse(slow.url).post('/sign-in/mail', { email: 'x@x.example', kind: 'sign-in' });
        statuses.push(page.status);
      }
      expect(statuses).toEqual([200, 429]);
    } finally {
      await slow.stop();
    }
  });

  it('where there is mail, owners have no way into others’ accounts', async () => {
    const member = await mailTeam.join('Max Mail', ['coachee']);
    const owner = browse(mailTeam.url, mailTeam.owner.cookie);
    const here = `/team/${mailTeam.workspaceId}`;
    const token = (await owner.get(here)).fields('/sign-out').token ?? '';
    const page = await owner.post(`${here}/password-link`, { token, member: member.id });
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('/password/');
  });

  it('mail is not sent through a mail server without TLS, unless it is on this machine', async () => {
    const { port } = new URL(box.url);
    const mailer = createMailer({ url: `smtp://0.0.0.0:${port}`, from: 'a@b.example' });
    await expect(mailer.send({ to: 'x@x.example', subject: 's', text: 't' })).rejects.toMatchObject({
      code: 'ETLS',
    });
    mailer.close();
    expect(box.mails).toEqual([]);
  });
});

describe('a link from an owner, without mail', () => {
  const make = async (member: TestMember, by = team.owner) => {
    const owner = browse(team.url, by.cookie);
    const token = (await owner.get(home())).fields('/sign-out').token ?? '';
    return owner.post(`${home()}/password-link`, { token, member: member.id });
  };

  it('a link from an owner lets a member choose a new password, is logged, and works once', async () => {
    const member = await team.join('Lea Lost', ['coachee']);
    const page = await make(member);
    const link = /value="[^"]*(\/password\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const done = await (await browse(team.url).get(link)).submit(link, { password: 'found it again today' });
    expect(done.notice).toContain('Your new password is set');
    expect((await freshBrowser(member, 'found it again today')).page.text).toContain('Lea Lost');
    expect((await browse(team.url).post(link, { password: 'once more with feeling' })).status).toBe(404);
    const entry = await team.server.context.database.db
      .selectFrom('audit')
      .select(['kind', 'actor_id', 'subject_id'])
      .where('kind', '=', 'password-link')
      .executeTakeFirst();
    expect(entry).toEqual({ kind: 'password-link', actor_id: team.owner.id, subject_id: member.id });
  });

  it('an owner cannot make a link for somebody who is in another owner’s workspace too', async () => {
    const other = await foundTestWorkspace(team.server, 'Olga Other');
    const people = peopleOf(team.server);
    await addMember(people, {
      workspaceId: team.workspaceId,
      userId: other.member.userId,
      roles: ['coachee'],
    });
    const row = (await team.owner.me()).members.find(each => each.name === 'Olga Other');
    const page = await make({ ...other.member, id: row?.id ?? '' });
    expect(page.status).toBe(400);
    expect(page.notice).toContain('in other workspaces too');
  });

  it('only owners can make a link, for members of their own workspace', async () => {
    expect((await make(team.owner, rep)).status).toBe(403);
    const other = await foundTestWorkspace(team.server, 'Far Owner');
    expect((await make(other.member)).status).toBe(400);
    expect((await make(team.owner)).status).toBe(400);
  });
});

describe('links in a copy of the database', () => {
  it('links in a copy of the database are hashes and cannot be used', async () => {
    const people = peopleOf(team.server);
    const made = [await makeSignInLink(people, rep.email), await makePasswordLink(people, rep.email)];
    const rows = await team.server.context.database.authDb
      .selectFrom('verification' as 'user')
      .selectAll()
      .execute();
    const dump = JSON.stringify(rows);
    for (const token of made) {
      expect(token?.length).toBeGreaterThanOrEqual(24);
      expect(dump).not.toContain(token);
    }
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows as unknown as { identifier: string }[]) {
      const part = row.identifier.split(':').at(-1) ?? '';
      expect((await browse(team.url).post(`/link/${part}`, {})).status).toBe(404);
      expect(
        (await browse(team.url).post(`/password/${part}`, { password: 'a long enough one' })).status,
      ).toBe(404);
    }
  });
});

describe('where one is signed in', () => {
  it('one’s sessions are listed, and can be ended one by one or all but this one', async () => {
    const member = await team.join('Sue Sessions', ['coachee']);
    const [one, two, three] = [
      await freshBrowser(member),
      await freshBrowser(member),
      await freshBrowser(member),
    ];
    const page = await three.browser.get('/account');
    expect(page.text.match(/name="session"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page.text).toContain('This browser');
    await page.submit('/account/sessions/end');
    const left = [one, two].map(each => each.browser.cookies());
    const alive = await Promise.all(left.map(signedIn));
    expect(alive.filter(Boolean).length).toBeLessThanOrEqual(2);
    await (await three.browser.get('/account')).submit('/account/sessions/end-others');
    expect(await Promise.all(left.map(signedIn))).toEqual([false, false]);
    expect(await signedIn(three.browser.cookies())).toBe(true);
  });

  it('a session cannot be ended by somebody else', async () => {
    const member = await team.join('Sam Safe', ['coachee']);
    const { browser } = await freshBrowser(member);
    const [row] = await team.server.context.database.db
      .selectFrom('session')
      .select('id')
      .where('userId', '=', member.userId)
      .execute();
    const stranger = await freshBrowser(rep);
    const token = (await stranger.browser.get('/account')).fields('/account/name').token ?? '';
    const answer = await stranger.browser.post('/account/sessions/end', { token, session: row?.id ?? '' });
    expect(answer.status).toBe(400);
    expect(await signedIn(browser.cookies())).toBe(true);
  });

  it('an owner can end a member’s sessions everywhere, for a lost computer', async () => {
    const member = await team.join('Lars Lost', ['coachee']);
    const { browser } = await freshBrowser(member);
    const owner = browse(team.url, team.owner.cookie);
    const token = (await owner.get(home())).fields('/sign-out').token ?? '';
    const done = await owner.post(`${home()}/sign-out-everywhere`, { token, member: member.id });
    expect(done.notice).toContain('signed out');
    const told = await member.fetch('/v1/me');
    expect(await told.json()).toMatchObject({ type: 'urn:sideline:revoked' });
    expect(await signedIn(browser.cookies())).toBe(false);
    expect(await signedIn(member.cookie)).toBe(false);
  });

  it('changing the password needs the current one, and ends all other sessions', async () => {
    const member = await team.join('Petra Password', ['coachee']);
    const [here, there] = [await freshBrowser(member), await freshBrowser(member)];
    const page = await here.browser.get('/account');
    const wrong = await page.submit('/account/password', {
      current: 'not this one',
      password: 'a new one, long',
    });
    expect(wrong.notice).toContain('not your password now');
    const done = await page.submit('/account/password', { current: PASSWORD, password: 'a new one, long' });
    expect(done.notice).toContain('Your password is changed');
    expect(await signedIn(here.browser.cookies())).toBe(true);
    expect(await signedIn(there.browser.cookies())).toBe(false);
    expect((await freshBrowser(member, 'a new one, long')).page.text).toContain('Petra Password');
  });
});

describe('the bearer of the device flow', () => {
  it('the bearer of the device flow opens no page, although it is a session of the person who approved', async () => {
    const headers = { 'content-type': 'application/json' };
    const post = async (path: string, body: unknown) =>
      (
        await fetch(team.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
      ).json() as Promise<Record<string, string>>;
    const code = await post('/api/auth/device/code', { client_id: 'sideline-extension' });
    const browser = browse(team.url, team.owner.cookie);
    await (await browser.get(`/device?user_code=${code.user_code}`)).submit('/device', {
      decision: 'approve',
    });
    const { access_token } = await post('/api/auth/device/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: code.device_code,
      client_id: 'sideline-extension',
    });
    expect(access_token).toMatch(/./);
    const cookie = `sideline.session_token=${encodeURIComponent(access_token ?? '')}`;
    expect(await signedIn(cookie)).toBe(false);
    expect((await browse(team.url, cookie).get('/account')).path).toContain('/sign-in');
  });
});

describe('somebody who comes back', () => {
  it('somebody who comes back gets their id, name and records again; meanwhile their name stays readable', async () => {
    const leaver = await team.join('Lou Leaver', ['coach']);
    await team.assign(leaver, rep);
    const note = leaver.note(rep);
    await leaver.push(note);
    const owner = browse(team.url, team.owner.cookie);
    await (await owner.get(home())).submit(`${home()}/remove`, { member: leaver.id });
    const meanwhile = await rep.me();
    expect(meanwhile.members.some(each => each.id === leaver.id)).toBe(false);
    expect(meanwhile.former).toContainEqual({ id: leaver.id, name: 'Lou Leaver' });

    const made = await (await owner.get(home())).submit(`${home()}/invitations`, {
      email: leaver.email,
      role: ['coach'],
    });
    const at = made.text.indexOf(`<strong>${leaver.email}`);
    const link = /value="[^"]*(\/join\/[^"]+)"/.exec(made.text.slice(at))?.[1] ?? '';
    const { browser } = await freshBrowser(leaver);
    await (await browser.get(link)).submit(link);
    const after = await rep.me();
    expect(after.members.find(each => each.name === 'Lou Leaver')?.id).toBe(leaver.id);
    expect(after.former?.some(each => each.id === leaver.id)).toBe(false);
    const device = await team.signIn(leaver);
    expect((await device.pull()).records).toContainEqual(note);
  });
});

describe('the language of the pages', () => {
  const ask = async (language: string) => {
    const response = await fetch(`${team.url}/sign-in`, { headers: { 'accept-language': language } });
    return response.text();
  };
  it.each([
    ['de-AT,de;q=0.9,en;q=0.5', 'de', 'Anmelden'],
    ['fr,de;q=0.4,en;q=0.6', 'en', 'Sign in'],
    ['fr', 'en', 'Sign in'],
    ['', 'en', 'Sign in'],
    ['en;q=0,de', 'de', 'Anmelden'],
    ['<script>', 'en', 'Sign in'],
  ])('the pages for %j are in %s', async (language, locale, heading) => {
    const text = await ask(language);
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).toContain(`<h1>${heading}</h1>`);
  });
});
