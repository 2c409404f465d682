import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import { startTeam, type TestMember, type TestTeam } from './team.ts';

describe('push and pull', () => {
  let team: TestTeam & { owner: TestMember };
  let coach: TestMember;
  let rep: TestMember;
  let peer: TestMember;

  beforeAll(async () => {
    team = await startTeam();
    coach = await team.join('Carla Coach', ['coach']);
    rep = await team.join('Ravi Rep', ['coachee']);
    peer = await team.join('Piet Peer', ['coachee']);
    await team.assign(coach, rep);
  });
  afterAll(() => team.stop());

  it('brings a coach’s note to the rep and to nobody else', async () => {
    const note = coach.note(rep);
    const [result] = await coach.push(note);
    expect(result).toMatchObject({ status: 'accepted', id: note.id, rev: 1 });
    expect((await rep.pull()).records).toContainEqual(note);
    expect((await coach.pull()).records).toContainEqual(note);
    expect((await peer.pull()).records).toEqual([]);
    expect((await team.owner.pull()).records).toEqual([]);
  });

  it('gives the same answer to the same push', async () => {
    const note = coach.note(rep);
    const [first] = await coach.push(note);
    const [second] = await coach.push(note);
    expect(second).toEqual(first);
  });

  it('answers a second text under the same revision with its own copy', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    const other = { ...note, body: { ...note.body, observation: 'Another text.' } };
    expect(await coach.push(other)).toEqual([{ status: 'stale', id: note.id, rev: 1, record: note }]);
  });

  it('takes a change on top of what it holds', async () => {
    const note = coach.note(rep);
    const { cursor } = await rep.pull();
    await coach.push(note);
    const changed = reviseRecord(note, { ...note.body, impact: 'Clearer now.' }, team.now());
    expect(await coach.push(changed)).toMatchObject([{ status: 'accepted', rev: 2 }]);
    expect((await rep.pull(cursor)).records).toEqual([changed]);
  });
});
