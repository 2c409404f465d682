/** /team/<workspace>/sites: what everybody's devices know of the team's own software, and taking it back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import type { Audience, Envelope } from '#lib/records/envelope.ts';
import { PAYLOADS } from '#testing/pages/payloads.ts';
import { browse } from '#testing/server/browse.ts';
import { foundTestWorkspace, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let second: TestMember;
let rep: TestMember;
let shared: Envelope;
beforeAll(async () => {
  team = await startTeam();
  second = await team.join('Sven Second', ['owner', 'coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  shared = site(second, 'workspace', {
    name: 'Depot CRM',
    match: { hosts: ['crm.depot.example', '*.depot.test'] },
  });
  await second.push(shared, site(second, 'author', { name: 'Own try', match: { hosts: ['x.example'] } }));
  await rep.push(site(rep, 'author', { name: 'Of the rep', match: { hosts: ['y.example'] } }));
});
afterAll(() => team.stop());

function site(author: TestMember, audience: Audience, definition: Record<string, unknown>) {
  const { workspaceId } = team;
  return createRecord(
    { type: 'site', workspaceId, authorId: author.id, audience, body: { definition } },
    Date.now(),
  );
}
const path = (rest = '') => `/team/${team.workspaceId}/sites${rest}`;
const at = (who: TestMember) => browse(team.url, who.cookie);

describe('the shared sites', () => {
  it('every member sees the shared sites with their hosts, but not others’ own sites', async () => {
    for (const who of [team.owner, rep]) {
      const { text } = await at(who).get(path());
      for (const words of ['Depot CRM', 'crm.depot.example', '*.depot.test', 'Shared by Sven Second']) {
        expect(text).toContain(words);
      }
      for (const words of ['Own try', 'Of the rep', 'x.example']) expect(text).not.toContain(words);
    }
    expect((await at(rep).get(path())).text).not.toContain('Take it back');
  });

  it('shared sites are shown as text, whatever a definition says', async () => {
    const odd: unknown[] = [
      ...PAYLOADS.map(name => ({ name, match: { hosts: [name] } })),
      {},
      { name: 7, match: [] },
    ];
    const records = odd.map(definition => site(second, 'workspace', definition as Record<string, unknown>));
    await second.push(...records);
    const page = await at(team.owner).get(path());
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<(script|img|iframe|svg onload)/);
    expect(page.text).toContain('Without a name');
    for (const record of records) await page.submit(path('/retire'), { site: record.id });
  });

  it('only owners take shared sites back, whoever shared them; devices forget them, and it is logged', async () => {
    const page = await at(team.owner).get(path());
    const token = (await at(rep).get(path())).fields('/sign-out').token ?? '';
    const foreign = await at(rep).post(path('/retire'), { token, site: shared.id });
    expect(foreign.status).toBe(403);
    const { cursor } = await rep.pull();
    const note = rep.note(rep);
    await rep.push(note);
    expect((await page.submit(path('/retire'), { site: note.id })).status).toBe(400);
    expect((await page.submit(path('/retire'), { site: shared.id })).notice).toContain('is taken back');
    expect((await at(team.owner).get(path())).text).not.toContain('Depot CRM');
    const news = (await rep.pull(cursor)).records as Envelope[];
    expect(news).toContainEqual(
      expect.objectContaining({ id: shared.id, body: {}, deletedAt: expect.any(Number) }),
    );
    expect(news).toContainEqual(note);
    expect((await at(team.owner).get(`/team/${team.workspaceId}/audit`)).text).toContain('erased something');
  });

  it('nobody outside the workspace sees its shared sites', async () => {
    const other = await foundTestWorkspace(team.server, 'Olga Other');
    const theirs = {
      ...site(other.member, 'workspace', { name: 'Their CRM' }),
      workspaceId: other.workspaceId,
    };
    expect(await other.member.push(theirs)).toMatchObject([{ status: 'accepted' }]);
    const page = await at(team.owner).get(path());
    expect(page.text).not.toContain('Their CRM');
    expect((await at(other.member).get(path())).status).toBe(404);
    const token = page.fields('/sign-out').token ?? '';
    const foreign = await at(team.owner).post(path('/retire'), { token, site: theirs.id });
    expect(foreign.status).toBe(400);
    const shown = await at(other.member).get(`/team/${other.workspaceId}/sites`);
    expect(shown.text).toContain('Their CRM');
    expect((await browse(team.url, rep.cookie).get('/team/elsewhere/sites')).status).toBe(404);
    expect((await browse(team.url, '').get(path())).path).toContain('/sign-in');
  });
});
