/**
 * Every route that the server has, asked by everybody who is not meant: nobody, three roles of the workspace itself and
 * an owner of another one. The list of routes is the server's own, so that a new one cannot be left out. No answer holds
 * a word of what the asker may not see, none of them changes anything, and what is for owners is for owners.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#server/app.ts';
import { foundTestWorkspace, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const CANARY = 'CANARY-that-nobody-else-may-see';

interface Route {
  method: string;
  path: string;
}

let team: TestTeam & { owner: TestMember };
let routes: Route[];
const askers = new Map<string, { member?: TestMember; foreign: boolean; owner: boolean }>();

beforeAll(async () => {
  team = await startTeam();
  const coach = await team.join('Carla Coach', ['coach']);
  const other = await team.join('Otto Other', ['coach']);
  const peer = await team.join('Piet Peer', ['coachee']);
  const rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
  await coach.push(coach.note(rep, { body: { observation: CANARY } }));
  await coach.push(coach.note(rep, { audience: 'author', body: { observation: CANARY } }));
  const stranger = (await foundTestWorkspace(team.server, 'Stan Stranger')).member;
  askers.set('nobody', { foreign: true, owner: false });
  askers.set('a coachee', { member: peer, foreign: false, owner: false });
  askers.set('a coach of others', { member: other, foreign: false, owner: false });
  askers.set('an owner', { member: team.owner, foreign: false, owner: true });
  askers.set('an owner of another workspace', { member: stranger, foreign: true, owner: false });
  const all = createApp(team.server.context).routes.filter(({ method }) => method !== 'ALL');
  routes = [...new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
});
afterAll(() => team.stop());

/** Every table but what a mere visit writes: sessions, when a device was last seen, the log's own entries of reads. */
async function everything(): Promise<string> {
  const { db } = team.server.context.database;
  const tables = [
    'records',
    'feed',
    'refs',
    'assignments',
    'member',
    'organization',
    'invitation',
    'user',
  ] as const;
  const rows = await Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

/** With the token and the cookie that this one has, and a form or a body that says nothing. */
function ask({ method, path }: Route, member: TestMember | undefined, asForm: boolean): Promise<Response> {
  const address = path
    .replace(':workspace', team.workspaceId)
    .replaceAll(/:\w+/g, 'guessed')
    .replace('*', 'x');
  return fetch(team.url + address, {
    method,
    redirect: 'manual',
    headers: {
      accept: path.startsWith('/v1') || path.startsWith('/api') ? 'application/json' : 'text/html',
      ...(member ? { authorization: `Bearer ${member.token}`, cookie: member.cookie } : {}),
      ...(method === 'GET'
        ? {}
        : {
            'content-type': asForm ? 'application/x-www-form-urlencoded' : 'application/json',
            origin: team.url,
          }),
    },
    ...(method === 'GET' ? {} : { body: asForm ? 'member=guessed' : '{}' }),
  });
}

describe('every route', () => {
  it('this test knows every route', () => {
    const paths = routes.map(({ path }) => path);
    for (const path of ['/v1/push', '/v1/pull', '/v1/export', '/team/:workspace', '/team/:workspace/audit']) {
      expect(paths).toContain(path);
    }
    expect(routes.length).toBeGreaterThan(50);
  });

  it('no route shows anybody what is not theirs, or changes anything for a form that is not its own', async () => {
    const before = await everything();
    for (const [name, { member, foreign, owner }] of askers) {
      for (const route of routes) {
        // It ends the asker's own device or session, which is what it is for.
        if (route.path === '/v1/devices/current' || route.path === '/sign-out') continue;
        for (const asForm of route.method === 'GET' ? [false] : [false, true]) {
          const response = await ask(route, member, asForm);
          const text = await response.text();
          const what = `${name}: ${route.method} ${route.path} (${response.status})`;
          expect([what, text.includes(CANARY)]).toEqual([what, false]);
          expect([what, response.status < 500]).toEqual([what, true]);
          if (foreign && route.path.includes(':workspace')) {
            expect([what, [303, 400, 403, 404, 415].includes(response.status)]).toEqual([what, true]);
          }
          if (name === 'nobody' && route.path.startsWith('/v1')) {
            expect([what, [400, 401, 403, 404, 415].includes(response.status)]).toEqual([what, true]);
          }
          const forOwners = /^\/v1\/(erasures|retention|audit)|^\/team\/:workspace\/audit/.test(route.path);
          if (forOwners && member && !foreign && !owner) {
            expect([what, [400, 403, 404, 415].includes(response.status)]).toEqual([what, true]);
          }
        }
      }
    }
    expect(await everything()).toBe(before);
  });
});
