/** A browser in which a person has signed in before is known: how many of them, for how long, until when. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '#lib/time.ts';
import { createApp } from '#server/app.ts';
import { makePasswordLink } from '#server/auth/links.ts';
import { createRateLimiter, noRateLimits } from '#server/http/rate-limit.ts';
import { type Browser, browse } from '#testing/server/browse.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { PASSWORD, peopleOf, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const OTHER = 'another password, long';

let team: TestTeam & { owner: TestMember };
let ahead = 0;
beforeAll(async () => {
  team = await startTeam({ now: () => Date.now() + ahead });
});
afterAll(() => team.stop());

async function freshBrowser(who: TestMember, password = PASSWORD): Promise<Browser> {
  const browser = browse(team.url);
  const page = await browser.post('/sign-in', { email: who.email, password, next: '/account' });
  expect(page.path).toBe('/account');
  return browser;
}

const markIn = (cookies: string) => cookies.split('; ').find(each => each.includes('known')) ?? '';

/** Does a browser with this mark pass, while nobody that is not known may try at all? */
async function isKnown(who: TestMember, mark: string): Promise<boolean> {
  const shut = { burst: 0, every: DAY };
  const limits = { ...noRateLimits, signIn: shut, signInPair: shut, signInAccount: shut };
  const { context } = team.server;
  const app = createApp({ ...context, limiter: createRateLimiter(limits, () => 0) });
  const answer = await app.request(
    `${team.url}/sign-in`,
    {
      method: 'POST',
      headers: { origin: team.url, 'content-type': 'application/x-www-form-urlencoded', cookie: mark },
      body: new URLSearchParams({ email: who.email, password: 'a guess of a password' }).toString(),
    },
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  );
  expect([400, 429]).toContain(answer.status);
  return answer.status !== 429;
}

const marksOf = async ({ userId }: TestMember) =>
  (
    await team.server.context.database.db
      .selectFrom('known_browsers')
      .select('id')
      .where('user_id', '=', userId)
      .execute()
  ).length;

/** The store takes no new browser: it is full, or can only be read. */
async function shutStore(isShut: boolean): Promise<void> {
  const { db } = team.server.context.database;
  if (postgresUrl() === undefined) {
    await sql.raw(`pragma query_only = ${isShut ? 'on' : 'off'}`).execute(db);
  } else if (isShut) {
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'no space left' using errcode = '53100'; end $$`.execute(db);
    await sql`create trigger no_room before insert on known_browsers
      for each row execute function no_room()`.execute(db);
  } else await sql`drop function no_room cascade`.execute(db);
}

it('where the store takes nothing, the pages are shown all the same, and the mark comes later', async () => {
  const who = await team.join('Fred Full', ['coachee']);
  const browser = browse(team.url, who.cookie);
  await shutStore(true);
  const page = await browser.get('/account').finally(() => shutStore(false));
  expect([page.status, markIn(browser.cookies())]).toEqual([200, '']);
  expect((await browser.get('/account')).status).toBe(200);
  expect(markIn(browser.cookies())).not.toBe('');
});

describe('a known browser', { timeout: 120_000 }, () => {
  it('stays known after a sign-out, and one without a mark is not', async () => {
    const who = await team.join('Kim Known', ['coachee']);
    const browser = await freshBrowser(who);
    const mark = markIn(browser.cookies());
    await (await browser.get('/account')).submit('/sign-out');
    expect(await isKnown(who, mark)).toBe(true);
    expect(await isKnown(who, '')).toBe(false);
    expect(await isKnown(team.owner, mark)).toBe(false);
  });

  it('is made known once by one session, however often its mark is thrown away', async () => {
    const who = await team.join('Mia Many', ['coachee']);
    const session = (await freshBrowser(who))
      .cookies()
      .split('; ')
      .filter(each => !each.includes('known'));
    const before = await marksOf(who);
    const pages = Array.from({ length: 12 }, () => browse(team.url, session.join('; ')));
    await Promise.all(pages.map(page => page.get('/account')));
    expect(await marksOf(who)).toBe(before);
  });

  it('is one of ten at most: the one with the oldest visit goes', async () => {
    const who = await team.join('Ten Tina', ['coachee']);
    const marks: string[] = [];
    for (let i = 0; i < 13; i += 1) {
      ahead += 1000;
      marks.push(markIn((await freshBrowser(who)).cookies()));
    }
    expect(new Set(marks).size).toBe(13);
    expect(await marksOf(who)).toBe(10);
    const known = await Promise.all(marks.map(mark => isKnown(who, mark)));
    expect(known).toEqual(marks.map((_, at) => at >= 3));
  });
});

describe('all other browsers are forgotten', () => {
  it('when the password is changed', async () => {
    const who = await team.join('Pia Password', ['coachee']);
    const [here, there] = [await freshBrowser(who), await freshBrowser(who)];
    const before = [here, there].map(each => markIn(each.cookies()));
    await (await here.get('/account')).submit('/account/password', { current: PASSWORD, password: OTHER });
    expect(await Promise.all(before.map(mark => isKnown(who, mark)))).toEqual([false, false]);
    // The page that the change led to was of a person who is signed in.
    expect(await isKnown(who, markIn(here.cookies()))).toBe(true);
  });

  it('when a new password is set by a link', async () => {
    const who = await team.join('Lin Link', ['coachee']);
    const mark = markIn((await freshBrowser(who)).cookies());
    const link = `/password/${await makePasswordLink(peopleOf(team.server), who.email)}`;
    await (await browse(team.url).get(link)).submit(link, { password: OTHER });
    expect(await isKnown(who, mark)).toBe(false);
    expect(await isKnown(who, markIn((await freshBrowser(who, OTHER)).cookies()))).toBe(true);
  });

  it('when an owner signs the person out everywhere', async () => {
    const who = await team.join('Ove Everywhere', ['coachee']);
    const mark = markIn((await freshBrowser(who)).cookies());
    const owner = browse(team.url, team.owner.cookie);
    const token = (await owner.get(`/team/${team.workspaceId}`)).fields('/sign-out').token ?? '';
    await owner.post(`/team/${team.workspaceId}/sign-out-everywhere`, { token, member: who.id });
    expect(await isKnown(who, mark)).toBe(false);
  });

  it('when the person ends the others’ sessions, or one of them', async () => {
    const who = await team.join('Eve Ends', ['coachee']);
    const [here, there] = [await freshBrowser(who), await freshBrowser(who)];
    await (await here.get('/account')).submit('/account/sessions/end-others');
    expect(await isKnown(who, markIn(there.cookies()))).toBe(false);
    expect(await isKnown(who, markIn(here.cookies()))).toBe(true);
    const third = await freshBrowser(who);
    await (await here.get('/account')).submit('/account/sessions/end');
    expect(await isKnown(who, markIn(third.cookies()))).toBe(false);
  });

  it('when the account is erased', async () => {
    const who = await team.join('Era Erased', ['coachee']);
    await freshBrowser(who);
    const owner = browse(team.url, team.owner.cookie);
    const page = await owner.get(`/team/${team.workspaceId}/data`);
    await page.submit(`/team/${team.workspaceId}/data/erase`, {
      member: who.id,
      which: 'person',
      confirm: who.name,
    });
    expect(await marksOf(who)).toBe(0);
  });
});

// Last, because the server's clock is ahead afterwards.
describe('without visits', () => {
  it('is forgotten half a year after its last visit', async () => {
    const who = await team.join('Hal Halfyear', ['coachee']);
    const mark = markIn((await freshBrowser(who)).cookies());
    ahead += 179 * DAY;
    expect(await isKnown(who, mark)).toBe(true);
    ahead += 2 * DAY;
    expect(await isKnown(who, mark)).toBe(false);
  });
});
