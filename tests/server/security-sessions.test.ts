/** Signing in under attack: sessions planted, kept or guessed; who has an account; what a log or a copy gives away. */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LogLine } from '#server/http/log.ts';
import { browse } from '#testing/server/browse.ts';
import { PASSWORD, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;
const lines: LogLine[] = [];

beforeAll(async () => {
  team = await startTeam({ log: line => lines.push(line) });
  rep = await team.join('Ravi Rep', ['coachee']);
});
afterAll(() => team.stop());

const home = () => `/team/${team.workspaceId}`;

describe('a session', () => {
  it('a session that somebody else planted does not become mine when I sign in (fixation)', async () => {
    const planted = browse(team.url);
    const page = await planted.get('/sign-in');
    await page.submit('/sign-in', { email: team.owner.email, password: PASSWORD });
    const before = planted.cookies();
    // The victim's browser has the attacker's cookie; the victim signs in with their own account.
    const victim = browse(team.url, before);
    const answer = await victim.post('/sign-in', { email: rep.email, password: PASSWORD, next: '/' });
    expect(answer.text).toContain('Ravi Rep');
    expect(victim.cookies()).not.toBe(before);
    const attacker = await browse(team.url, before).get(home());
    expect(attacker.text).not.toContain('<span class="name">Ravi Rep</span>');
  });

  it('each sign-in makes a new session, and made-up sessions open nothing', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const browser = browse(team.url);
      await browser.post('/sign-in', { email: rep.email, password: PASSWORD, next: '/' });
      seen.add(browser.cookies());
    }
    expect(seen.size).toBe(3);
    const [cookie = ''] = [...seen];
    const [name = '', value = ''] = cookie.split('=');
    const [id = '', signature = ''] = decodeURIComponent(value).split('.');
    const other = (text: string) => text.replace(/^./, first => (first === 'x' ? 'y' : 'x'));
    const forged = [id, `${id}.`, `${id}.${other(signature)}`, `${other(id)}.${signature}`];
    for (const each of forged) {
      const page = await browse(team.url, `${name}=${encodeURIComponent(each)}`).get(home());
      expect(page.path).toContain('/sign-in');
    }
  });

  it('a session cannot be taken from a copy of the database', async () => {
    const browser = browse(team.url);
    await browser.post('/sign-in', { email: rep.email, password: PASSWORD, next: '/' });
    const [name = ''] = browser.cookies().split('=');
    const rows = await team.server.context.database.db
      .selectFrom('session')
      .select(['id', 'token'])
      .execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, token } of rows) {
      for (const value of [id, token]) {
        expect((await browse(team.url, `${name}=${value}`).get(home())).path).toContain('/sign-in');
        const bearer = await fetch(`${team.url}/v1/devices`, {
          method: 'POST',
          headers: { authorization: `Bearer ${value}`, 'content-type': 'application/json' },
          body: '{"name":"x"}',
        });
        expect(bearer.status).toBe(401);
      }
    }
  });
});

describe('whether somebody has an account', () => {
  it('the work for a wrong sign-in does not reveal whether somebody has an account', async () => {
    const derive = vi.spyOn(crypto, 'scrypt');
    syncBuiltinESMExports();
    try {
      const work = async (email: string) => {
        derive.mockClear();
        await browse(team.url).post('/sign-in', { email, password: 'not this one', next: '/' });
        return derive.mock.calls.length;
      };
      const known = await work(rep.email);
      expect(known).toBe(1);
      expect(await work('nobody@x.example')).toBe(known);
    } finally {
      derive.mockRestore();
      syncBuiltinESMExports();
    }
  });
});

describe('the log', () => {
  it('the log contains no password, address, cookie, code or token of any sign-in, good or bad', async () => {
    const browser = browse(team.url);
    await browser.post('/sign-in', {
      email: 'CANARY@x.example',
      password: 'CANARY-password',
      next: '/CANARY',
    });
    await browser.post('/sign-in', { email: rep.email, password: PASSWORD, next: '/CANARY-next' });
    await browser.get('/device?user_code=CANARYCODE');
    await fetch(`${team.url}/v1/live?ticket=CANARY-ticket`);
    await fetch(`${team.url}/%43ANARY/\u0001?x=CANARY`, { headers: { 'user-agent': 'CANARY-agent' } });
    const all = JSON.stringify(lines);
    expect(all.length).toBeGreaterThan(100);
    for (const secret of ['CANARY', PASSWORD, rep.email, rep.token, browser.cookies(), 'Ravi']) {
      expect(all).not.toContain(secret);
    }
  });
});
