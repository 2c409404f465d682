import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { endAssignment } from '#server/store/assignments.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const DAY = 24 * 60 * 60_000;

describe('assignments', () => {
  let time: number;
  let team: TestTeam & { owner: TestMember };
  let coach: TestMember;
  let rep: TestMember;

  beforeEach(async () => {
    time = Date.UTC(2026, 10, 2);
    team = await startTeam({ now: () => time });
    coach = await team.join('Nora New', ['coach']);
    rep = await team.join('Ravi Rep', ['coachee']);
  });
  afterEach(() => team.stop());

  const end = (id: string) =>
    changeWorkspace(team.server.context.database.db, team.workspaceId, time, tx => endAssignment(tx, id));
  const ids = (records: unknown[]) => records.map(record => (record as Envelope).id);

  it('a new coach gets the old records, although they are older than the cursor', async () => {
    const old = Array.from({ length: 7 }, () => rep.note(rep));
    const secret = rep.note(rep, { audience: 'pair' });
    await rep.push(...old, secret);
    await coach.push(coach.note(coach));
    const { cursor } = await coach.pull();
    await team.assign(coach, rep);
    const page = await coach.pull(cursor);
    expect(ids(page.records)).toEqual(ids(old));
    expect((await coach.pull(page.cursor)).records).toEqual([]);
  });

  it("a new coach sees the coachee's answers while the assignment lasts, but not answers of others to the coachee", async () => {
    const note = team.owner.note(rep);
    await team.owner.push(note);
    const answer: Envelope = {
      ...rep.note(team.owner),
      type: 'acknowledgement',
      refs: [note.id],
      body: { answer: 'accept', sentence: 'Yes.' },
    };
    const other = await team.join('Piet Peer', ['coachee']);
    const peers = team.owner.note(other);
    await team.owner.push(peers);
    const theirs = {
      ...other.note(rep),
      type: 'evidence',
      schema: 99,
      refs: [peers.id],
      subjectId: team.owner.id,
      body: {},
    };
    expect(await rep.push(answer)).toMatchObject([{ status: 'accepted' }]);
    expect(await other.push(theirs)).toMatchObject([{ status: 'accepted' }]);
    const { cursor } = await coach.pull();
    const id = await team.assign(coach, rep);
    const page = await coach.pull(cursor);
    expect(ids(page.records)).toEqual([note.id, answer.id]);
    await end(id);
    expect((await coach.pull(page.cursor)).removed).toEqual([note.id, answer.id]);
  });

  it('a new coach gets the old records in pages, even when new ones arrive between the pages', async () => {
    const old = Array.from({ length: 7 }, () => rep.note(rep));
    await rep.push(...old);
    const { cursor } = await coach.pull();
    await team.assign(coach, rep);
    const first = await coach.pull(cursor, 3);
    expect(ids(first.records)).toEqual(ids(old.slice(0, 3)));
    expect(first.more).toBe(true);
    const changed = reviseRecord(old[4] as Envelope, { ...old[4]?.body, impact: 'New.' }, time);
    const fresh = rep.note(rep);
    await rep.push(changed, fresh);
    const second = await coach.pull(first.cursor, 3);
    const third = await coach.pull(second.cursor, 3);
    const all = [...first.records, ...second.records, ...third.records] as Envelope[];
    expect(new Set(ids(all))).toEqual(new Set(ids([...old, fresh])));
    expect(all.filter(record => record.id === changed.id).at(-1)).toEqual(changed);
    expect(third.more).toBe(false);
  });

  it('a coach loses the records when the assignment ends, but keeps their own', async () => {
    const id = await team.assign(coach, rep);
    const theirs = rep.note(rep);
    const own = coach.note(rep);
    await rep.push(theirs);
    await coach.push(own);
    const { cursor } = await coach.pull();
    await end(id);
    const page = await coach.pull(cursor);
    expect(page.removed).toEqual([theirs.id]);
    expect(ids(page.records)).toEqual([own.id]);
    expect(await coach.push(coach.note(rep))).toMatchObject([{ status: 'refused', code: 'not-allowed' }]);
    const next = (await coach.pull(page.cursor)).cursor;
    await rep.push(rep.note(rep), reviseRecord(theirs, { ...theirs.body, impact: 'Later.' }, time));
    expect(await coach.pull(next)).toMatchObject({ records: [], removed: [] });
  });

  it('a coach keeps the records while a second assignment of the same two people holds', async () => {
    const first = await team.assign(coach, rep);
    await team.assign(coach, rep);
    const note = rep.note(rep);
    await rep.push(note);
    const { cursor } = await coach.pull();
    await end(first);
    expect(await coach.pull(cursor)).toMatchObject({ records: [], removed: [] });
    expect((await rep.me()).member.coachIds).toEqual([coach.id]);
  });

  it('an assignment begins and ends by date, without anybody doing anything', async () => {
    const note = rep.note(rep);
    await rep.push(note);
    await team.assign(coach, rep, { from: time + DAY, to: time + 3 * DAY });
    const before = await coach.pull();
    expect(before.records).toEqual([]);
    expect((await rep.me()).member.coachIds).toEqual([]);

    time += DAY;
    const during = await coach.pull(before.cursor);
    expect(ids(during.records)).toEqual([note.id]);
    expect((await rep.me()).member.coachIds).toEqual([coach.id]);
    expect(await coach.push(coach.note(rep))).toMatchObject([{ status: 'accepted' }]);

    time += 2 * DAY;
    expect(await coach.push(coach.note(rep))).toMatchObject([{ status: 'refused' }]);
    expect((await coach.pull(during.cursor)).removed).toEqual([note.id]);
    expect((await rep.me()).member.coachIds).toEqual([]);
  });

  it('a device that starts again gets only what it may see now', async () => {
    const id = await team.assign(coach, rep);
    await rep.push(rep.note(rep));
    await end(id);
    expect((await coach.pull()).records).toEqual([]);
  });
});
