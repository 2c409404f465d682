/** The owner's escalations, from a running server: whom they reach, what they say, and that each look is in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import { escalationsResponse } from '#lib/sync/insight-protocol.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
const START = Date.UTC(2026, 10, 2, 9);
let now = START;

beforeAll(async () => {
  team = await startTeam({ now: () => now });
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterAll(() => team.stop());

const PATH = '/v1/insight/escalations';
async function escalations(by: TestMember = team.owner) {
  const response = await by.fetch(PATH);
  expect(response.status).toBe(200);
  const text = await response.text();
  return { text, list: escalationsResponse.parse(JSON.parse(text)).escalations };
}

describe('escalations', () => {
  it('tell the owner who owes whom since when and by which clock, of notes that the owner cannot read', async () => {
    const note = coach.note(rep, { audience: 'pair', createdAt: now });
    const answer = createRecord(
      {
        type: 'acknowledgement',
        workspaceId: team.workspaceId,
        authorId: rep.id,
        subjectId: coach.id,
        audience: 'pair',
        refs: [note.id],
        body: { answer: 'dispute', sentence: 'That was a colleague’s call.' },
      },
      now,
    );
    expect(await coach.push(note)).toMatchObject([{ status: 'accepted' }]);
    expect(await rep.push(answer)).toMatchObject([{ status: 'accepted' }]);
    expect((await escalations()).list).toEqual([]);
    now = START + DAY + HOUR;
    const { list, text } = await escalations();
    expect(list).toEqual([
      {
        kind: 'reply overdue',
        whoId: coach.id,
        whomId: rep.id,
        since: START + DAY,
        clock: { name: 'replyHours', value: 24 },
      },
    ]);
    for (const word of [note.id, answer.id, 'colleague', 'next step', 'Birch', 'crm.example'])
      expect(text).not.toContain(word);
    expect((await team.owner.pull()).records).toEqual([]);
    now = START + 8 * DAY;
    const silent = { kind: 'coach silent', whoId: coach.id, clock: { name: 'silentDays', value: 7 } };
    expect((await escalations()).list).toContainEqual(expect.objectContaining(silent));
  });

  it('are for owners alone, by the roles that they have now', async () => {
    const sponsor = await team.join('Sam Sponsor', ['sponsor', 'liaison']);
    for (const who of [coach, rep, sponsor]) expect((await who.fetch(PATH)).status).toBe(403);
    expect((await fetch(team.url + PATH)).status).toBe(401);
  });

  it('are in the log, also in that of those whom they may be about', async () => {
    const before = await looks(team.owner);
    await escalations();
    expect(await looks(team.owner)).toBe(before + 1);
    const own = (await (await rep.fetch('/v1/export')).json()) as { log: { kind: string }[] };
    expect(own.log.filter(({ kind }) => kind === 'insight').length).toBe(before + 1);
  });
});

async function looks(by: TestMember): Promise<number> {
  const page = (await (await by.fetch('/v1/audit?limit=500')).json()) as {
    entries: { kind: string; actorId: string; detail: unknown }[];
  };
  const entries = page.entries.filter(({ kind }) => kind === 'insight');
  for (const { actorId, detail } of entries) {
    expect(actorId).toBe(by.id);
    expect(detail).toEqual({ what: 'escalations' });
  }
  return entries.length;
}
