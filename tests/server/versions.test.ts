/** Clients of another version than the server's: what an old one may still do, and that nothing of it is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptOf, OLDEST, PROTOCOL, problemTypes, versionIn } from '#lib/sync/protocol.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

describe('a version', () => {
  it('a client’s version is read from Accept; without one it is the first', () => {
    for (const version of [1, 2, 17]) expect(versionIn(acceptOf(version))).toBe(version);
    for (const accept of [undefined, '', '*/*', 'application/json', 'text/html;sideline=x']) {
      expect([accept, versionIn(accept)]).toEqual([accept, 1]);
    }
  });

  it('our own server accepts our own client’s version', () => {
    expect(PROTOCOL).toBeGreaterThanOrEqual(Math.max(OLDEST.pull, OLDEST.push));
  });
});

describe('a server of version 3 that reads to all and takes from version 2 on', () => {
  let team: TestTeam & { owner: TestMember };
  let coach: TestMember;
  let rep: TestMember;
  beforeAll(async () => {
    team = await startTeam({ protocol: { speaks: 3, pull: 1, push: 2 } });
    coach = await team.join('Cora Coach', ['coach']);
    rep = await team.join('Rita Rep', ['coachee']);
    await team.assign(coach, rep);
  });
  afterAll(() => team.stop());

  /** A client made by hand, of another version than the server's: `undefined` knows of no versions. */
  const client = (who: TestMember, version: number | undefined) => {
    const headers = {
      authorization: `Bearer ${who.token}`,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { accept: acceptOf(version) }),
    };
    return {
      me: async () => (await fetch(`${team.url}/v1/me`, { headers })).json(),
      pull: () => fetch(`${team.url}/v1/pull`, { headers }),
      push: (...records: unknown[]) =>
        fetch(`${team.url}/v1/push`, { method: 'POST', headers, body: JSON.stringify({ records }) }),
    };
  };

  it.each([[undefined], [1]])(
    'a client of version N−2 (says %s) reads, sends nothing, and is told why',
    async version => {
      const old = client(coach, version);
      const waits = coach.note(rep);
      expect((await old.me()).protocol).toEqual({ speaks: 3, pull: 1, push: 2 });
      expect((await old.pull()).status).toBe(200);
      const refused = await old.push(waits);
      // Not 400, 413 or 422: those are about the records, and the client would set them aside.
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({
        type: problemTypes.outdated,
        detail: expect.stringContaining('nothing that waits is lost'),
      });
      const { records } = await (await client(rep, 3).pull()).json();
      expect(records.map((record: { id: string }) => record.id)).not.toContain(waits.id);
      // What waited goes out with the new version, as it was.
      expect(await (await client(coach, 2).push(waits)).json()).toMatchObject({
        results: [{ status: 'accepted', id: waits.id }],
      });
    },
  );

  it.each([[2], [3], [4]])('a client of version %i can do everything', async version => {
    const mine = client(coach, version);
    const note = coach.note(rep);
    expect((await mine.push(note)).status).toBe(200);
    expect((await (await mine.pull()).json()).records.map((record: { id: string }) => record.id)).toContain(
      note.id,
    );
  });

  it('the server passes on what an old client does not know, and gets it back whole', async () => {
    const newer = { ...coach.note(rep), type: 'mood', schema: 3, body: { score: { of: 7 } }, extra: ['x'] };
    await client(coach, 3).push(newer);
    const { records } = await (await client(rep, 1).pull()).json();
    expect(records.find((record: { id: string }) => record.id === newer.id)).toEqual(newer);
  });
});

describe('a server that does not even read to old clients', () => {
  it('a server that does not serve old clients refuses their pull, and still says who they are', async () => {
    const team = await startTeam({ protocol: { speaks: 5, pull: 4, push: 4 } });
    try {
      const headers = { authorization: `Bearer ${team.owner.token}`, accept: acceptOf(3) };
      expect((await fetch(`${team.url}/v1/pull`, { headers })).status).toBe(403);
      expect((await fetch(`${team.url}/v1/me`, { headers })).status).toBe(200);
    } finally {
      await team.stop();
    }
  });
});
