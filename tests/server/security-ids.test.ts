/**
 * Somebody who is signed in and reaches for what is not theirs: by an id that they guessed or kept, in another
 * workspace or another person's name. Whatever is tried, nothing of the other is seen and nothing of it changes.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { browse } from '#testing/server/browse.ts';
import { foundTestWorkspace, startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const CANARY = 'CANARY-of-the-other-workspace';

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
/** Who tries: owner of another workspace, and two members of this one. */
let stranger: TestMember;
let strangerWorkspace: string;
let peer: TestMember;
let note: Envelope;
let assignment: string;

beforeAll(async () => {
  team = await startTeam();
  coach = await team.join(`Carla ${CANARY}`, ['coach']);
  rep = await team.join(`Ravi ${CANARY}`, ['coachee']);
  peer = await team.join('Piet Peer', ['coachee']);
  assignment = await team.assign(coach, rep);
  note = coach.note(rep, { body: { observation: CANARY } });
  await coach.push(note);
  const other = await foundTestWorkspace(team.server, 'Stan Stranger');
  stranger = other.member;
  strangerWorkspace = other.workspaceId;
});
afterAll(() => team.stop());

/** All that this workspace has, apart from when a device was last seen. */
async function everything(): Promise<string> {
  const { db } = team.server.context.database;
  const ours = team.workspaceId;
  const rows = [
    await db.selectFrom('records').selectAll().where('workspace_id', '=', ours).execute(),
    await db.selectFrom('feed').selectAll().where('workspace_id', '=', ours).execute(),
    await db.selectFrom('assignments').selectAll().where('workspace_id', '=', ours).execute(),
    await db
      .selectFrom('devices')
      .select(['id', 'member_id', 'name'])
      .where('workspace_id', '=', ours)
      .execute(),
    await db.selectFrom('member').selectAll().where('organizationId', '=', ours).execute(),
    await db.selectFrom('invitation').selectAll().where('organizationId', '=', ours).execute(),
    await db.selectFrom('organization').selectAll().where('id', '=', ours).execute(),
  ];
  return JSON.stringify(rows);
}

describe('another workspace’s', () => {
  it('records, members and names of another workspace are in no answer', async () => {
    const [, , secret = ''] = stranger.token.split('_');
    const tokens = [stranger.token, `sld_${team.workspaceId}_${secret}`];
    const { cursor } = await coach.pull();
    const asks: [method: string, path: string, body?: unknown][] = [
      ['GET', '/v1/me'],
      ['GET', '/v1/pull'],
      ['GET', `/v1/pull?cursor=${cursor}`],
      ['GET', `/v1/pull?workspaceId=${team.workspaceId}&member=${coach.id}`],
      ['POST', '/v1/push', { records: [note] }],
      ['POST', '/v1/push', { records: [{ ...note, workspaceId: strangerWorkspace }] }],
      ['POST', '/v1/push', { records: [{ ...note, workspaceId: strangerWorkspace, authorId: stranger.id }] }],
      ['POST', '/v1/live/ticket'],
    ];
    const before = await everything();
    for (const token of tokens) {
      for (const [method, path, body] of asks) {
        const answer = await fetch(team.url + path, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const said = await answer.text();
        // What the stranger sent themself may come back to them; names of others never.
        expect([path, said.includes(`Carla ${CANARY}`), said.includes('"rev":1,"seq"')]).toEqual([
          path,
          false,
          false,
        ]);
      }
    }
    expect(await everything()).toBe(before);
  });

  it('an owner of another workspace cannot touch members, invitations, assignments or devices', async () => {
    const owner = browse(team.url, team.owner.cookie);
    const page = await owner.get(`/team/${team.workspaceId}`);
    await page.submit(`/team/${team.workspaceId}/invitations`, { email: 'open@x.example', role: ['coach'] });
    const [invitation] = await team.server.context.database.db
      .selectFrom('invitation')
      .select('id')
      .where('organizationId', '=', team.workspaceId)
      .execute();
    const forms: [path: string, values: Record<string, string>][] = [
      ['invitations/withdraw', { invitation: invitation?.id ?? '' }],
      ['roles', { member: rep.id, role: 'owner' }],
      ['remove', { member: rep.id }],
      ['assignments', { coach: coach.id, coachee: peer.id, from: '2026-01-01', to: '' }],
      ['assignments', { coach: stranger.id, coachee: peer.id, from: '2026-01-01', to: '' }],
      ['assignments/end', { assignment }],
      ['devices/sign-out', { device: rep.deviceId }],
      ['invitations', { email: 'me@x.example', role: 'owner', coach: coach.id }],
    ];
    const before = await everything();
    const browser = browse(team.url, stranger.cookie);
    const own = await browser.get(`/team/${strangerWorkspace}`);
    const token = own.fields('/sign-out').token ?? '';
    for (const workspace of [team.workspaceId, strangerWorkspace]) {
      for (const [path, values] of forms) {
        const answer = await browser.post(`/team/${workspace}/${path}`, { token, ...values });
        expect([path, answer.text.includes(CANARY)]).toEqual([path, false]);
        if (workspace === team.workspaceId) expect([path, answer.status]).toEqual([path, 404]);
      }
    }
    expect(await everything()).toBe(before);
    for (const device of [coach, rep]) expect((await device.fetch('/v1/me')).status).toBe(200);
  });

  it('a workspace’s existence is not revealed: unknown and foreign look the same', async () => {
    const browser = browse(team.url, stranger.cookie);
    const foreign = await browser.get(`/team/${team.workspaceId}`);
    const unknown = await browser.get('/team/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(unknown.text);
  });
});

describe('another member’s', () => {
  it('another member’s record that one may not see looks like one that does not exist', async () => {
    const [real] = await peer.push({ ...note, authorId: peer.id });
    expect(JSON.stringify(real)).not.toContain(CANARY);
    expect(real).toMatchObject({ status: 'refused', code: 'not-yours' });
  });

  it('nobody can write in another member’s name, whatever the record (property)', async () => {
    const others = () => [coach.id, rep.id, team.owner.id, stranger.id, 'nobody', ''];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.constantFrom('note', 'scorecard', 'behaviour', 'acknowledgement', 'commitment', 'hologram'),
        fc.constantFrom('author', 'pair', 'coaches', 'workspace'),
        fc.nat(5),
        async (author, type, audience, subject) => {
          const forged = {
            ...peer.note(peer),
            type,
            audience,
            authorId: others()[author] ?? '',
            subjectId: others()[subject] || peer.id,
            schema: 99,
            body: {},
          };
          const [result] = await peer.push(forged);
          expect(result).toMatchObject({ status: 'refused' });
        },
      ),
      { numRuns: 60 },
    );
    const { records } = await coach.pull();
    expect(records.filter(record => (record as Envelope).type === 'hologram')).toEqual([]);
  });

  it('another member’s record cannot be changed, deleted, re-addressed or taken over', async () => {
    const before = (await rep.pull()).records;
    const attempts: Record<string, unknown>[] = [
      { ...note, rev: 2, body: { ...note.body, observation: 'Changed.' } },
      { ...note, rev: 2, deletedAt: Date.now(), body: {} },
      { ...note, rev: 2, audience: 'workspace' },
      { ...note, rev: 2, authorId: peer.id },
      { ...note, rev: 2, authorId: rep.id, subjectId: peer.id },
    ];
    for (const who of [peer, rep, team.owner]) {
      for (const attempt of attempts) expect(await who.push(attempt)).toMatchObject([{ status: 'refused' }]);
      for (const attempt of attempts) {
        expect(await who.push({ ...attempt, authorId: who.id })).toMatchObject([{ status: 'refused' }]);
      }
    }
    expect((await rep.pull()).records).toEqual(before);
  });

  it('another member’s device cannot be signed out, and their cursor is of no use', async () => {
    const browser = browse(team.url, peer.cookie);
    const page = await browser.get(`/team/${team.workspaceId}`);
    const token = page.fields('/sign-out').token ?? '';
    const answer = await browser.post(`/team/${team.workspaceId}/devices/sign-out`, {
      token,
      device: rep.deviceId,
    });
    expect(answer.status).toBe(400);
    expect((await rep.fetch('/v1/me')).status).toBe(200);
    const { cursor } = await rep.pull();
    expect((await peer.fetch(`/v1/pull?cursor=${cursor}`)).status).toBe(409);
  });
});

describe('what one had', () => {
  it('neither token nor cursor work once a device is signed out', async () => {
    const device = await team.signIn(rep);
    const { cursor } = await device.pull();
    await device.fetch('/v1/devices/current', { method: 'DELETE' });
    // The server may still remember whose token it was.
    const push = await device.fetch('/v1/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(push.status).toBe(401);
    const asks = [
      device.fetch(`/v1/pull?cursor=${cursor}`),
      device.fetch('/v1/push', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
      device.fetch('/v1/me'),
      device.fetch('/v1/live/ticket', { method: 'POST' }),
      device.fetch('/v1/devices/current', { method: 'DELETE' }),
    ];
    for (const answer of await Promise.all(asks)) {
      expect(answer.status).toBe(401);
      // Said so that the device takes what it holds off itself; a token that is only unknown is not.
      expect(await answer.json()).toMatchObject({ type: 'urn:sideline:revoked' });
    }
  });

  it('a removed member has no access from the very next request on', async () => {
    const leaver = await team.join('Lou Leaver', ['owner', 'coach']);
    const { cursor } = await leaver.pull();
    const browser = browse(team.url, leaver.cookie);
    const page = await browser.get(`/team/${team.workspaceId}`);
    const token = page.fields('/sign-out').token ?? '';
    const owner = browse(team.url, team.owner.cookie);
    const here = `/team/${team.workspaceId}`;
    await (await owner.get(here)).submit(`${here}/remove`, { member: leaver.id });
    expect((await leaver.fetch(`/v1/pull?cursor=${cursor}`)).status).toBe(401);
    const promoted = await browser.post(`${here}/roles`, { token, member: peer.id, role: 'owner' });
    expect(promoted.status).toBe(404);
    expect((await peer.me()).member.roles).toEqual(['coachee']);
  });

  it('a member with a lesser role may do less at once', async () => {
    const deputy = await team.join('Dora Deputy', ['owner']);
    const here = `/team/${team.workspaceId}`;
    const browser = browse(team.url, deputy.cookie);
    const token = (await browser.get(here)).fields('/sign-out').token ?? '';
    const owner = browse(team.url, team.owner.cookie);
    await (await owner.get(here)).submit(`${here}/roles`, { member: deputy.id, role: ['coachee'] });
    const again = await browser.post(`${here}/roles`, { token, member: deputy.id, role: 'owner' });
    expect(again.status).toBe(403);
    expect((await deputy.me()).member.roles).toEqual(['coachee']);
    expect(await deputy.push(deputy.note(rep))).toMatchObject([{ status: 'refused', code: 'not-allowed' }]);
  });
});
