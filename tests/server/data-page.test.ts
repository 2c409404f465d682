/** /team/<workspace>/data: taking one's own data along, and what owners may do with everybody's. */

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePasswordLink } from '#server/auth/links.ts';
import { addMember, signIn } from '#server/auth/people.ts';
import { type Browser, browse } from '#testing/server/browse.ts';
import {
  foundTestWorkspace,
  PASSWORD,
  startTeam,
  type TestMember,
  type TestTeam,
} from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
let owner: Browser;

beforeAll(async () => {
  team = await startTeam();
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
  await coach.push(
    coach.note(rep, {
      body: {
        artifact: {
          kind: 'crm',
          site: 'demo',
          key: 'k',
          url: 'https://crm.example/',
          title: '=HYPERLINK("https://evil.example")',
        },
      },
    }),
    coach.note(rep, { audience: 'author', body: { observation: 'CANARY for the coach alone' } }),
    coach.note(coach, { body: { observation: 'CANARY of the coach' } }),
  );
  owner = browse(team.url, team.owner.cookie);
});
afterAll(() => team.stop());

const data = (path = '') => `/team/${team.workspaceId}/data${path}`;

async function exportAs(who: TestMember, format: string) {
  const page = await browse(team.url, who.cookie).get(data());
  return page.submit(data('/export'), { format });
}

describe('one’s own data', () => {
  it('the export contains what one may see, as JSON, and is logged', async () => {
    const file = await exportAs(rep, 'json');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.text).toContain('HYPERLINK');
    expect(file.text).not.toContain('CANARY');
    const log = await owner.get(`/team/${team.workspaceId}/audit`);
    expect(log.text).toContain('Ravi Rep exported data');
  });

  it('the CSV export contains the same, and no cell begins a formula', async () => {
    const file = await exportAs(rep, 'csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain('HYPERLINK');
    expect(file.text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(file.text).not.toContain('CANARY');
  });

  it('one’s own data cannot be exported from another site, for another workspace or in an unknown format', async () => {
    const browser = browse(team.url, rep.cookie);
    const fields = (await browser.get(data())).fields(data('/export'));
    const foreign = await browser.post(
      data('/export'),
      { ...fields, format: 'json' },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    expect((await browser.post(data('/export'), { format: 'json' })).status).toBe(400);
    expect((await browser.post(data('/export'), { ...fields, format: 'xml' })).status).toBe(400);
    expect((await browser.post('/team/elsewhere/data/export', { ...fields, format: 'json' })).status).toBe(
      404,
    );
  });
});

describe('what owners do', () => {
  it('only owners see storage, retention and erasure', async () => {
    const page = await browse(team.url, rep.cookie).get(data());
    expect(page.text).not.toContain('Erase');
    const token = page.fields('/sign-out').token ?? '';
    const forms: [string, Record<string, string>][] = [
      ['/retention', { months: '1', step: 'set' }],
      ['/erase', { member: coach.id, which: 'both', confirm: 'Carla Coach' }],
    ];
    for (const [path, values] of forms) {
      const answer = await browse(team.url, rep.cookie).post(data(path), { token, ...values });
      expect(answer.status).toBe(403);
    }
    expect((await coach.pull()).records.length).toBe(3);
  });

  it('owners can preview the retention, then set it; nonsense is refused', async () => {
    const page = await owner.get(data());
    const looked = await page.submit(data('/retention'), { months: '6', step: 'preview' });
    expect(looked.notice).toContain('With 6 months, 0 records would be erased now');
    for (const months of ['0', '-1', '1.5', '241', 'many']) {
      expect((await page.submit(data('/retention'), { months, step: 'set' })).status).toBe(400);
    }
    const set = await page.submit(data('/retention'), { months: '24', step: 'set' });
    expect(set.fields(data('/retention')).months).toBe('24');
    const cleared = await set.submit(data('/retention'), { months: '', step: 'set' });
    expect(cleared.fields(data('/retention')).months).toBe('');
  });

  it('erasure needs the person’s name to be typed, and is for good', async () => {
    const page = await owner.get(data());
    const values = { member: coach.id, which: 'by' };
    const wrong = await page.submit(data('/erase'), { ...values, confirm: 'Ravi Rep' });
    expect(wrong.notice).toContain('Nothing was erased');
    expect((await coach.pull()).records.length).toBe(3);
    const done = await page.submit(data('/erase'), { ...values, confirm: ' Carla Coach ' });
    expect(done.notice).toContain('3 records are erased');
    expect(JSON.stringify(await coach.pull())).not.toContain('CANARY');
  });

  describe('erasure of a person altogether', () => {
    const tables = [
      'user',
      'session',
      'account',
      'passkey',
      'deviceCode',
      'verification',
      'invitation',
      'member',
    ];
    const everything = async () => {
      const rows = await Promise.all(
        [...tables, 'devices', 'former_members', 'records', 'feed'].map(table =>
          sql`select * from ${sql.table(table)}`.execute(team.server.context.database.db),
        ),
      );
      return JSON.stringify(rows.map(each => each.rows));
    };
    const eraseAll = async (who: TestMember, name: string) => {
      const page = await owner.get(data());
      return page.submit(data('/erase'), { member: who.id, which: 'person', confirm: name });
    };

    /** Of an invitation that was taken up the address stays behind. */
    const invited = (organizationId: string, email: string) => {
      const row = {
        id: `taken-up-${organizationId}`,
        organizationId,
        email,
        role: 'coachee',
        status: 'accepted',
        inviterId: team.owner.userId,
        expiresAt: new Date().toISOString(),
        createdAt: new Date().toISOString(),
        coachIds: null,
      };
      return team.server.context.database.db.insertInto('invitation').values(row).execute();
    };

    it('erasing a person altogether ends the membership, the devices, the browsers and the account', async () => {
      const leaver = await team.join('Lena Leaver', ['coachee']);
      await leaver.push(leaver.note(leaver));
      const people = { auth: team.server.context.auth, db: team.server.context.database.db };
      await makePasswordLink(people, leaver.email);
      const before = await everything();
      for (const trace of [leaver.userId, leaver.email, 'Lena Leaver']) expect(before).toContain(trace);

      const done = await eraseAll(leaver, 'Lena Leaver');
      expect(done.notice).toContain('The membership and the account are gone');
      const after = await everything();
      for (const trace of [leaver.userId, leaver.email, 'Lena Leaver']) expect(after).not.toContain(trace);
      expect((await leaver.fetch('/v1/me')).status).toBe(401);
      expect((await browse(team.url, leaver.cookie).get(data())).path).toContain('/sign-in');
      await expect(signIn(people, { email: leaver.email, password: PASSWORD })).rejects.toThrow();
    });

    it('nothing of a person stays that comes in while they are being erased', async () => {
      const leaver = await team.join('Willy Writer', ['coachee']);
      for (let i = 0; i < 6; i += 1) {
        await leaver.push(...Array.from({ length: 100 }, () => leaver.note(leaver)));
      }
      let done = false;
      const erasing = eraseAll(leaver, 'Willy Writer').finally(() => {
        done = true;
      });
      // By a clock that is slow: before all that is there already.
      let sent = 0;
      const push = async (who: TestMember) => {
        const note = { ...who.note(leaver), id: `00000000-0000-7000-8000-${String(sent).padStart(12, '0')}` };
        sent += 1;
        await who.push(note).catch(() => undefined);
      };
      while (!done) await Promise.all([push(leaver), push(team.owner)]);
      expect((await erasing).status).toBe(200);
      const left = await team.server.context.database.db
        .selectFrom('records')
        .select('id')
        .where(eb => eb.or([eb('author_id', '=', leaver.id), eb('subject_id', '=', leaver.id)]))
        .where('deleted', '=', 0)
        .execute();
      expect(left).toEqual([]);
    });

    it('erasing a person keeps an account that another workspace has, and removes the name from this one', async () => {
      const both = await team.join('Bo Both', ['coachee']);
      const other = await foundTestWorkspace(team.server, 'Olga Other');
      const people = { auth: team.server.context.auth, db: team.server.context.database.db };
      await addMember(people, { workspaceId: other.workspaceId, userId: both.userId, roles: ['coachee'] });
      await invited(team.workspaceId, both.email);
      await invited(other.workspaceId, both.email);
      const done = await eraseAll(both, 'Bo Both');
      expect(done.notice).toContain('belongs to another workspace too');
      const left = await people.db
        .selectFrom('invitation')
        .select('organizationId')
        .where('email', '=', both.email)
        .execute();
      expect(left).toEqual([{ organizationId: other.workspaceId }]);
      expect((await browse(team.url, both.cookie).get(`/team/${other.workspaceId}`)).status).toBe(200);
      expect((await browse(team.url, both.cookie).get(data())).status).toBe(404);
    });

    it('owners can erase somebody who left before, but not themselves', async () => {
      const former = await team.join('Frida Former', ['coachee']);
      const page = await owner.get(`/team/${team.workspaceId}`);
      await page.submit(`/team/${team.workspaceId}/remove`, { member: former.id });
      expect(await everything()).toContain('Frida Former');
      await eraseAll(former, 'Frida Former');
      for (const trace of [former.userId, former.email, 'Frida Former']) {
        expect(await everything()).not.toContain(trace);
      }
      expect((await eraseAll(team.owner, 'Olive Owner')).status).toBe(400);
    });
  });
});
