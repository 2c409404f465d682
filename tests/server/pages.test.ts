import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { defaultRateLimits, noRateLimits } from '#server/http/rate-limit.ts';
import { safeNext } from '#server/pages/session.ts';
import { type Browser, browse, type Page } from '#testing/server/browse.ts';
import { emptyStore } from '#testing/server/empty-store.ts';
import {
  EXTENSION_ORIGIN,
  foundTestWorkspace,
  PASSWORD,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';

const NASTY = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
/** What must never stand on a page when a name holds it. */
const RAW = /<script|<img|"'>/;

describe('the pages', () => {
  let team: TestTeam & { owner: TestMember };
  let coach: TestMember;
  let rep: TestMember;
  let owner: Browser;

  beforeAll(async () => {
    team = await startTeam();
    coach = await team.join('Carla Coach', ['coach']);
    rep = await team.join('Ravi Rep', ['coachee']);
    owner = browse(team.url, team.owner.cookie);
  });
  afterAll(() => team.stop());

  const here = (path = '') => `/team/${team.workspaceId}${path}`;

  /** Makes an invitation and returns its path, `/join/…`. */
  async function invite(email: string, values: Record<string, string | string[]> = {}): Promise<string> {
    const page = await owner.get(here());
    const made = await page.submit(here('/invitations'), { email, role: ['coachee'], ...values });
    expect(made.status).toBe(200);
    const at = made.text.indexOf(`<strong>${email}</strong>`);
    const link = /value="[^"]*(\/join\/[^"]+)"/.exec(made.text.slice(at))?.[1];
    if (link === undefined) throw new Error('There is no link on the page.');
    return link;
  }

  describe('starting a workspace', () => {
    it('the first person becomes the owner, and then nobody else can start a workspace', async () => {
      const { startServer } = await import('#server/start.ts');
      const server = await startServer({
        port: 0,
        ...(await emptyStore()),
        rateLimits: noRateLimits,
        log: null,
      });
      try {
        const browser = browse(server.url);
        const page = await browser.get('/');
        expect(page.path).toBe('/start');
        const values = {
          workspace: 'North',
          name: 'Olive',
          email: 'Olive@North.example',
          password: PASSWORD,
        };
        const short = await page.submit('/start', { ...values, password: 'short' });
        expect(short.status).toBe(400);
        expect(short.notice).toContain('at least 10 characters');
        expect(short.fields('/start')).toMatchObject({ workspace: 'North', email: 'Olive@North.example' });
        expect((await page.submit('/start', { ...values, name: '\u200b \u2060' })).status).toBe(400);
        const made = await page.submit('/start', values);
        expect(made.path).toMatch(/^\/team\//);
        expect(made.text).toContain('<h1>North</h1>');
        expect((await browse(server.url).get('/start')).status).toBe(403);
        expect((await browse(server.url).post('/start', values)).status).toBe(403);
        const again = await browse(server.url).get('/sign-in');
        const back = await again.submit('/sign-in', { email: 'olive@north.example', password: PASSWORD });
        expect(back.path).toBe(made.path);
      } finally {
        await server.stop();
      }
    });

    it('everybody can start a workspace if the server allows it', async () => {
      const open = await startTeam({ openWorkspaces: true });
      try {
        const page = await browse(open.url).get('/start');
        const values = { workspace: 'South', name: 'Sue', email: 'sue@south.example', password: PASSWORD };
        expect((await page.submit('/start', values)).text).toContain('<h1>South</h1>');
        const taken = await browse(open.url).post('/start', { ...values, workspace: 'Third' });
        expect(taken.status).toBe(400);
        expect(taken.notice).toContain('There is an account with this address already');
      } finally {
        await open.stop();
      }
    });
  });

  describe('signing in', () => {
    it('signing in gives the same answer for a wrong password and an unknown address', async () => {
      const page = await browse(team.url).get('/sign-in');
      const wrong = await page.submit('/sign-in', { email: rep.email, password: 'not this one' });
      const unknown = await page.submit('/sign-in', { email: 'nobody@x.example', password: 'not this one' });
      expect([wrong.status, unknown.status]).toEqual([400, 400]);
      expect(wrong.text.replaceAll(rep.email, '')).toBe(unknown.text.replaceAll('nobody@x.example', ''));
    });

    it('signing out ends the session for good', async () => {
      const browser = browse(team.url);
      const page = await browser.get('/sign-in');
      await page.submit('/sign-in', { email: rep.email, password: PASSWORD });
      const cookies = browser.cookies();
      const inside = await browser.get(here());
      await inside.submit('/sign-out');
      expect((await browser.get(here())).path).toContain('/sign-in');
      expect((await browse(team.url, cookies).get(here())).path).toContain('/sign-in');
    });

    it('scripts and other sites cannot get the session cookie', async () => {
      const response = await fetch(`${team.url}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: team.url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ email: rep.email, password: PASSWORD }).toString(),
      });
      expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    });

    it.each([
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/%2F..//evil.example/..//x',
      '\\\\evil.example',
    ])('signing in never leads to another place: %j', async next => {
      const browser = browse(team.url);
      const page = await browser.get(`/sign-in?${new URLSearchParams({ next })}`);
      const landed = await page.submit('/sign-in', { email: rep.email, password: PASSWORD, next });
      expect(new URL(landed.path, team.url).origin).toBe(team.url);
      expect(landed.path.startsWith('//')).toBe(false);
      expect(safeNext(next, team.url)).toMatch(/^\/(?![/\\])/);
    });

    it('too many tries at one account lead to a wait', async () => {
      const slow = await startTeam({
        rateLimits: { ...noRateLimits, signInAccount: defaultRateLimits.signInAccount },
      });
      try {
        const page = await browse(slow.url).get('/sign-in');
        const statuses: number[] = [];
        for (let i = 0; i <= defaultRateLimits.signInAccount.burst; i += 1) {
          const answer = await page.submit('/sign-in', { email: slow.owner.email, password: `guess ${i}` });
          statuses.push(answer.status);
        }
        expect(statuses.at(-2)).toBe(400);
        expect(statuses.at(-1)).toBe(429);
      } finally {
        await slow.stop();
      }
    });
  });

  describe('inviting', () => {
    it('an invitation brings a new person in, with roles and a coach', async () => {
      const link = await invite('new.rep@x.example', { role: ['coachee', 'liaison'], coach: [coach.id] });
      const browser = browse(team.url);
      const page = await browser.get(link);
      expect(page.text).toContain('You are invited as coachee and liaison');
      const joined = await page.submit(link, { name: 'Nina New', password: PASSWORD });
      expect(joined.path).toBe(here('?done=joined'));
      expect(joined.text).toContain('Nina New');
      const me = (await coach.me()).members.find(member => member.name === 'Nina New');
      expect(me).toMatchObject({ roles: ['coachee', 'liaison'], coachIds: [coach.id] });
      // It works once.
      expect((await browse(team.url).get(link)).status).toBe(404);
      const second = await browse(team.url).post(link, { name: 'Another', password: PASSWORD });
      expect(second.status).toBe(404);
    });

    it('an invitation works once, even for two people at the same time', async () => {
      const link = await invite('race@x.example');
      const answers = await Promise.all(
        ['One', 'Two', 'Three'].map(name => browse(team.url).post(link, { name, password: PASSWORD })),
      );
      expect(answers.filter(answer => answer.path.startsWith('/team/'))).toHaveLength(1);
      const { members } = await coach.me();
      expect(members.filter(member => ['One', 'Two', 'Three'].includes(member.name))).toHaveLength(1);
    });

    it('an invitation works for a person who has an account already', async () => {
      const other = await foundTestWorkspace(team.server, 'Olga Other');
      const link = await invite(other.member.email);
      const stranger = await browse(team.url).get(link);
      expect(stranger.text).toContain('You have an account here already');
      const page = await browse(team.url, other.member.cookie).get(link);
      const joined = await page.submit(link);
      expect(joined.path).toBe(here('?done=joined'));
    });

    it('an invitation is for nobody else', async () => {
      const link = await invite('meant@x.example');
      const browser = browse(team.url, rep.cookie);
      const page = await browser.get(link);
      expect(page.text).toContain(`You are signed in as ${rep.email}`);
      const { token } = page.fields('/sign-out');
      const forced = await browser.post(link, { token: token ?? '' });
      expect(forced.path).toBe(link);
      expect((await browse(team.url).get(link)).status).toBe(200);
    });

    it('an invitation expires', async () => {
      const link = await invite('late@x.example');
      await team.server.context.database.db
        .updateTable('invitation')
        .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
        .where('email', '=', 'late@x.example')
        .execute();
      expect((await browse(team.url).get(link)).status).toBe(404);
      expect((await browse(team.url).post(link, { name: 'Late', password: PASSWORD })).status).toBe(404);
    });

    it('an invitation can be withdrawn', async () => {
      const link = await invite('gone@x.example');
      const [id] = link.replace('/join/', '').split('.');
      const page = await owner.get(here());
      const answer = await page.submit(here('/invitations/withdraw'), { invitation: id ?? '' });
      expect(answer.notice).toContain('The invitation is withdrawn');
      expect((await browse(team.url).get(link)).status).toBe(404);
    });

    it('an invitation needs the whole link: an id from the database is not enough', async () => {
      const link = await invite('signed@x.example');
      const [id] = link.replace('/join/', '').split('.');
      for (const path of [`/join/${id}`, `/join/${id}.${'A'.repeat(22)}`, `/join/${id}.`, '/join/%00']) {
        expect((await browse(team.url).get(path)).status).toBe(404);
      }
    });

    it.each([
      ['no address', { email: '', role: ['coachee'] }, 'not an e-mail address'],
      ['no role', { email: 'a@x.example', role: [] }, 'at least one role'],
      ['a role of another kind', { email: 'a@x.example', role: ['admin'] }, 'at least one role'],
      ['a member', { email: 'MEMBER', role: ['coachee'] }, 'a member already'],
    ])('an invitation is refused for %s', async (_name, values, message) => {
      const email = values.email === 'MEMBER' ? rep.email : values.email;
      const page = await owner.get(here());
      const answer = await page.submit(here('/invitations'), { ...values, email });
      expect(answer.status).toBe(400);
      expect(answer.notice).toContain(message);
    });
  });

  describe('managing the team', () => {
    it('owners assign a coach with dates, and end the assignment', async () => {
      const page = await owner.get(here());
      const values = { coach: coach.id, coachee: rep.id, from: '2026-01-01', to: '' };
      const assigned = await page.submit(here('/assignments'), values);
      expect(assigned.text).toContain('Coached by Carla Coach');
      expect((await rep.me()).member.coachIds).toEqual([coach.id]);
      const assignment = assigned.fields(here('/assignments/end')).assignment ?? '';
      await assigned.submit(here('/assignments/end'), { assignment });
      const { members } = await rep.me();
      expect(members.filter(member => member.coachIds.includes(coach.id)).length).toBeLessThanOrEqual(1);
    });

    it.each([
      ['oneself', { coach: 'REP', coachee: 'REP', from: '2026-01-01', to: '' }, 'Nobody coaches themself'],
      ['a stranger', { coach: 'nobody', coachee: 'REP', from: '2026-01-01', to: '' }, 'Choose two members'],
      [
        'backwards',
        { coach: 'COACH', coachee: 'REP', from: '2026-02-01', to: '2026-01-01' },
        'before it begins',
      ],
      ['no date', { coach: 'COACH', coachee: 'REP', from: 'soon', to: '' }, 'Give a date'],
    ])('the team page refuses to assign %s', async (_name, values, message) => {
      const filled = Object.fromEntries(
        Object.entries(values).map(([k, v]) => [k, v === 'REP' ? rep.id : v === 'COACH' ? coach.id : v]),
      );
      const page = await owner.get(here());
      const answer = await page.submit(here('/assignments'), filled);
      expect(answer.status).toBe(400);
      expect(answer.notice).toContain(message);
    });

    it('owners change roles, but the workspace keeps an owner', async () => {
      const page = await owner.get(here());
      const changed = await page.submit(here('/roles'), { member: rep.id, role: ['coachee', 'sponsor'] });
      expect(changed.notice).toContain('The roles are changed');
      expect((await rep.me()).member.roles).toEqual(['coachee', 'sponsor']);
      const refused = await page.submit(here('/roles'), { member: team.owner.id, role: ['coach'] });
      expect(refused.notice).toContain('A workspace needs an owner');
      expect((await team.owner.me()).member.roles).toEqual(['owner']);
    });

    it('removing a member ends devices and sockets at once, and keeps what they wrote', async () => {
      const leaver = await team.join('Lou Leaver', ['coach']);
      await team.assign(leaver, rep);
      const note = leaver.note(rep);
      await leaver.push(note);
      const { ticket } = (await (await leaver.fetch('/v1/live/ticket', { method: 'POST' })).json()) as {
        ticket: string;
      };
      const socket = new WebSocket(`${team.url.replace('http', 'ws')}/v1/live?ticket=${ticket}`, {
        origin: EXTENSION_ORIGIN,
      });
      await once(socket, 'open');
      const closed = once(socket, 'close');
      const page = await owner.get(here());
      await page.submit(here('/remove'), { member: leaver.id });
      await closed;
      expect((await leaver.fetch('/v1/pull')).status).toBe(401);
      expect((await browse(team.url, leaver.cookie).get(here())).status).toBe(404);
      expect((await rep.pull()).records).toContainEqual(note);
      expect((await rep.me()).member.coachIds).not.toContain(leaver.id);
    });

    it('members sign out their own devices, and nobody else’s', async () => {
      const device = await team.signIn(rep);
      const stranger = await browse(team.url, coach.cookie).get(here());
      const refused = await stranger.submit(here('/devices/sign-out'), { device: device.deviceId });
      expect(refused.status).toBe(400);
      expect((await device.fetch('/v1/me')).status).toBe(200);
      const own = await browse(team.url, rep.cookie).get(here());
      await own.submit(here('/devices/sign-out'), { device: device.deviceId });
      expect((await device.fetch('/v1/me')).status).toBe(401);
    });

    const ownerForms: [path: string, values: (page: Page) => Record<string, string>][] = [
      ['/invitations', () => ({ email: 'x@x.example', role: 'owner' })],
      ['/invitations/withdraw', () => ({ invitation: 'x' })],
      ['/roles', () => ({ member: rep.id, role: 'owner' })],
      ['/remove', () => ({ member: team.owner.id })],
      ['/assignments', () => ({ coach: coach.id, coachee: rep.id, from: '2026-01-01', to: '' })],
      ['/assignments/end', () => ({ assignment: 'x' })],
    ];
    it.each(ownerForms)('%s is for owners only', async (path, values) => {
      const browser = browse(team.url, coach.cookie);
      const page = await browser.get(here());
      const token = page.fields('/sign-out').token ?? '';
      expect((await browser.post(here(path), { token, ...values(page) })).status).toBe(403);
    });

    it.each(ownerForms)('%s is accepted only from its own form', async (path, values) => {
      const page = await owner.get(here());
      const token = page.fields('/sign-out').token ?? '';
      const foreign = await owner.post(
        here(path),
        { token, ...values(page) },
        { origin: 'https://evil.example' },
      );
      expect(foreign.status).toBe(403);
      const bare = await owner.post(here(path), values(page));
      expect(bare.status).toBe(400);
      expect(bare.notice).toContain('The page was too old');
      expect((await rep.me()).member.roles).not.toContain('owner');
    });

    it('only its members see a workspace', async () => {
      const other = await foundTestWorkspace(team.server, 'Far Owner');
      const browser = browse(team.url, other.member.cookie);
      const foreign = await browser.get(here());
      const missing = await browser.get('/team/nowhere');
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(foreign.text).toBe(missing.text);
      const token = missing.fields('/sign-out').token ?? '';
      const values = { token, member: rep.id, role: 'owner' };
      expect((await browser.post(here('/roles'), values)).status).toBe(404);
    });

    it('only owners see addresses', async () => {
      expect((await owner.get(here())).text).toContain(rep.email);
      expect((await browse(team.url, coach.cookie).get(here())).text).not.toContain(rep.email);
    });
  });

  describe('coming from the extension', () => {
    it('an invitation goes on to where the extension waits, and nowhere else', async () => {
      const link = await invite('new@team.example');
      const next = '/device?user_code=ABCD1234';
      const guest = browse(team.url);
      const page = await guest.get(`${link}?${new URLSearchParams({ next })}`);
      const joined = await page.submit(link, { name: 'Nora New', password: PASSWORD });
      expect(joined.path).toBe(next);

      const other = await invite('other@team.example');
      const away = await browse(team.url).get(
        `${other}?${new URLSearchParams({ next: 'https://evil.example/' })}`,
      );
      const stayed = await away.submit(other, { name: 'Otto Other', password: PASSWORD });
      expect(stayed.path).toBe(`${here()}?done=joined`);
    });

    it('whoever signs in for the device first starts the workspace of an empty server, and goes on', async () => {
      const { startServer } = await import('#server/start.ts');
      const server = await startServer({
        port: 0,
        ...(await emptyStore()),
        rateLimits: noRateLimits,
        log: null,
      });
      try {
        const page = await browse(server.url).get('/device?user_code=ABCD1234');
        expect(page.path).toMatch(/^\/start\?next=/);
        const values = {
          workspace: 'North',
          name: 'Olive',
          email: 'olive@north.example',
          password: PASSWORD,
        };
        expect((await page.submit('/start', values)).path).toBe('/device?user_code=ABCD1234');
      } finally {
        await server.stop();
      }
    });
  });

  it('says what each role is, and offers the owner as coach of whom they invite', async () => {
    const page = await owner.get(here());
    expect(page.text).toContain('gets notes on their work and answers them');
    expect(page.text).toContain(`value="${team.owner.id}"`);
  });

  it('every page shows names as text', async () => {
    const nasty = await startTeam({ openWorkspaces: true });
    try {
      const browser = browse(nasty.url);
      const start = await browser.get('/start');
      const wrong = await start.submit('/start', {
        workspace: NASTY,
        name: NASTY,
        email: NASTY,
        password: 'x',
      });
      const account = { email: 'n@x.example', password: PASSWORD };
      const home = await start.submit('/start', { ...account, workspace: NASTY, name: NASTY });
      const invited = await home.submit(`${home.path}/invitations`, {
        email: `"<b>"@x.example`,
        role: ['coachee'],
      });
      const fine = await home.submit(`${home.path}/invitations`, { email: 'o@x.example', role: ['coachee'] });
      const link = /value="[^"]*(\/join\/[^"]+)"/.exec(fine.text)?.[1] ?? '';
      const code = (await (
        await fetch(`${nasty.url}/api/auth/device/code`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ client_id: 'sideline-extension', device_name: NASTY }),
        })
      ).json()) as { user_code: string };
      const device = await browser.get(`/device?user_code=${code.user_code}`);
      const pages: Record<string, Page> = {
        wrong,
        home,
        invited,
        fine,
        device,
        approved: await device.submit('/device', { decision: 'approve' }),
        devices: await browser.get(home.path),
        join: await browser.get(link),
        joinAnew: await browse(nasty.url).get(link),
        signIn: await browse(nasty.url).get(`/sign-in?next=${encodeURIComponent(NASTY)}`),
        badSignIn: await browse(nasty.url).post('/sign-in', { email: NASTY, password: 'x', next: NASTY }),
        badCode: await browser.get(`/device?user_code=${encodeURIComponent(NASTY)}`),
        done: await browser.get(`${home.path}?done=${encodeURIComponent(NASTY)}`),
        missing: await browser.get(`/${encodeURIComponent(NASTY)}`),
      };
      for (const [name, page] of Object.entries(pages))
        expect([name, RAW.test(page.text)]).toEqual([name, false]);
      expect(pages.home?.text).toContain('&lt;script&gt;');
      expect(pages.device?.text).toContain('&lt;img');
    } finally {
      await nasty.stop();
    }
  });

  it('the pages run nothing, cannot be framed, and are not cached', async () => {
    for (const path of ['/sign-in', here(), '/device', '/nowhere']) {
      const { headers, text } = await owner.get(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toContain('<script');
      expect(text).not.toMatch(/ style="/);
    }
  });

  it('a browser that strayed to localhost is redirected to the server’s own address', async () => {
    const strayed = team.url.replace('127.0.0.1', 'localhost');
    const response = await fetch(`${strayed}/sign-in?next=%2Fteam`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`${team.url}/sign-in?next=%2Fteam`);
  });
});

describe('the log', () => {
  it('owners see the log with names, and whether it is whole', async () => {
    const team = await startTeam();
    try {
      const rep = await team.join('Ravi Rep', ['coachee']);
      await team.owner.push(team.owner.note(rep, { body: { observation: 'CANARY' } }));
      const owner = browse(team.url, team.owner.cookie);
      const page = await owner.get(`/team/${team.workspaceId}/audit?check=1`);
      expect(page.notice).toMatch(/All \d+ entries are as they were written/);
      expect(page.text).toMatch(/Olive Owner sent a note[\s\S]*about Ravi Rep/);
      expect(page.text).not.toContain('CANARY');
      const { db } = team.server.context.database;
      const last = await db
        .selectFrom('audit')
        .selectAll()
        .where('workspace_id', '=', team.workspaceId)
        .orderBy('n', 'desc')
        .executeTakeFirstOrThrow();
      // Somebody with access to the database writes an entry of their own.
      await db
        .insertInto('audit')
        .values({ ...last, n: last.n + 1 })
        .execute();
      const changed = await owner.get(`/team/${team.workspaceId}/audit?check=1`);
      expect(changed.notice).toContain(`Entry ${last.n + 1} is not as it was written`);
      expect((await browse(team.url, rep.cookie).get(`/team/${team.workspaceId}/audit`)).status).toBe(403);
    } finally {
      await team.stop();
    }
  });
});
