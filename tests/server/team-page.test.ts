/** The team's page in a large workspace: it shows a page of people at a time, and whoever is looked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browse } from '#testing/server/browse.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const MOST_BYTES = 200_000;

let team: TestTeam & { owner: TestMember };
let owner: Browser;
let rep: TestMember;
let home: string;
beforeAll(async () => {
  team = await startTeam();
  owner = browse(team.url, team.owner.cookie);
  rep = await team.join('Ravi Rep', ['coachee']);
  home = `/team/${team.workspaceId}`;
}, 120_000);
afterAll(() => team.stop());

let added = 0;
/** Half of them coaches, each coached by several, some invited. */
async function growTo(count: number): Promise<void> {
  const { db } = team.server.context.database;
  const at = new Date(Date.now() - 1000).toISOString();
  const { workspaceId } = team;
  const some = Array.from({ length: count - 2 - added }, (_, i) => added + i);
  added = count - 2;
  for (let from = 0; from < some.length; from += 100) {
    const part = some.slice(from, from + 100);
    const people = part.map(i => ({ id: `u${i}`, name: nameOf(i), email: `p${i}@team.example` }));
    await db
      .insertInto('user')
      .values(people.map(one => ({ ...one, emailVerified: FALSE, createdAt: at, updatedAt: at }) as never))
      .execute();
    const joined = (i: number) => new Date(Date.now() + i).toISOString();
    await db
      .insertInto('member')
      .values(
        part.map(i => ({
          id: `m${i}`,
          organizationId: workspaceId,
          userId: `u${i}`,
          role: i % 2 === 0 ? 'coach' : 'coachee',
          createdAt: joined(i),
        })),
      )
      .execute();
    const pairs = part.flatMap(i =>
      [1, 2, 3, 4, 5, 6, 7].map(step => ({
        workspace_id: workspaceId,
        id: `a${i}-${step}`,
        coach_id: `m${Math.max(0, i - step)}`,
        coachee_id: `m${i}`,
        from_at: 0,
        to_at: null,
        state: 'active' as const,
      })),
    );
    await db.insertInto('assignments').values(pairs).execute();
    await db
      .insertInto('invitation')
      .values(
        part.map(i => ({
          id: `i${i}`,
          organizationId: workspaceId,
          email: `new${i}@team.example`,
          role: 'coachee',
          status: 'pending',
          inviterId: team.owner.userId,
          expiresAt: new Date(Date.now() + 1e8).toISOString(),
          createdAt: at,
          coachIds: null,
        })),
      )
      .execute();
  }
}
/** SQLite has no truth values. */
const FALSE = postgresUrl() === undefined ? 0 : false;
const nameOf = (i: number) => `Person Número ${i}`;
const bytesOf = (text: string) => Buffer.byteLength(text);

it('in a small team the newest of many invitations are shown, and the others can be looked for', async () => {
  const { db } = team.server.context.database;
  const at = new Date().toISOString();
  const made = Array.from({ length: 30 }, (_, i) => ({
    id: `early${i}`,
    organizationId: team.workspaceId,
    email: `early${i}@team.example`,
    role: 'coachee',
    status: 'pending',
    inviterId: team.owner.userId,
    expiresAt: new Date(Date.now() + 1e7 + i * 1000).toISOString(),
    createdAt: at,
    coachIds: null,
  }));
  await db.insertInto('invitation').values(made).execute();
  const shown = (text: string) => made.filter(({ email }) => text.includes(`>${email}<`)).map(({ id }) => id);
  const { text } = await owner.get(home);
  expect(shown(text)).toEqual(made.slice(5).map(({ id }) => id));
  expect(text.indexOf('early29@')).toBeLessThan(text.indexOf('early28@'));
  expect(text).toContain('name="search"');
  const found = await owner.get(`${home}?search=early3%40`);
  expect(shown(found.text)).toEqual(['early3']);
  expect(found.text).not.toContain('Nobody here is called that');
  await db.deleteFrom('invitation').where('id', 'like', 'early%').execute();
});

describe.each([200, 2000])('with %i members', { timeout: 120_000 }, count => {
  beforeAll(() => growTo(count), 120_000);

  it('no page of it is large', async () => {
    const last = Math.ceil(count / 25);
    for (const path of [home, `${home}?page=${last}`, `${home}?member=m150`, `${home}?search=person`]) {
      for (const who of [owner, browse(team.url, rep.cookie)]) {
        const page = await who.get(path);
        expect(page.status).toBe(200);
        expect([path, bytesOf(page.text) < MOST_BYTES]).toEqual([path, true]);
      }
    }
    const problem = await (await owner.get(`${home}?member=m150`)).submit(`${home}/roles`, { role: 'king' });
    expect(problem.status).toBe(400);
    expect(bytesOf(problem.text)).toBeLessThan(MOST_BYTES);
  });

  it('everybody is on some page, once', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = home; path !== undefined; ) {
      const { text }: { text: string } = await owner.get(path);
      seen.push(...[...text.matchAll(/<h3>([^<]*)<\/h3>/g)].map(match => match[1] ?? ''));
      const next: string | undefined = /<a href="([^"]*)">Next</.exec(text)?.[1];
      path = next?.replaceAll('&amp;', '&');
    }
    const people = seen.filter(name => !['Open invitations', 'Test browser'].includes(name));
    expect(people.filter(name => name.startsWith('Person'))).toHaveLength(count - 2);
    expect(new Set(people).size).toBe(count);
  });

  it('somebody is found by name, and by owners by address too', async () => {
    const found = await owner.get(`${home}?search=numero+177`);
    expect(found.text).toContain(`<h3>${nameOf(177)}</h3>`);
    // The form to invite somebody names coaches too.
    expect(found.text).not.toContain(`<h3>${nameOf(178)}</h3>`);
    const [address, hidden] = [`${home}?search=p177%40team`, browse(team.url, rep.cookie)];
    expect((await owner.get(address)).text).toContain(nameOf(177));
    expect((await hidden.get(address)).text).not.toContain(nameOf(177));
    expect((await owner.get(`${home}?search=nobody`)).text).toContain('Nobody here is called that');
  });

  it('a coach is assigned who is not in the list', async () => {
    const page = await owner.get(`${home}?member=m150`);
    const done = await page.submit(`${home}/assignments`, {
      coachee: 'm150',
      address: `p${count - 3}@team.example`,
    });
    expect(done.notice).not.toBe('');
    expect(done.status).toBe(200);
    const row = await team.server.context.database.db
      .selectFrom('assignments')
      .select('id')
      .where('coach_id', '=', `m${count - 3}`)
      .where('coachee_id', '=', 'm150')
      .execute();
    expect(row).toHaveLength(1);
    const unknown = await page.submit(`${home}/assignments`, { address: 'nobody@team.example' });
    expect(unknown.status).toBe(400);
  });
});
