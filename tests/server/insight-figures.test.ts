/**
 * Figures over everybody's records, from a running server: about enough people or not at all, and nobody can be got at by
 * the difference of two groups, of two days, or of a group before and after somebody joined.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord, reviseRecord, settingsId } from '#lib/records/create.ts';
import type { Body, RecordOf } from '#lib/records/types.ts';
import { coverageResponse, programmeResponse } from '#lib/sync/insight-protocol.ts';
import { DAY, HOUR } from '#lib/time.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

type Team = TestTeam & { owner: TestMember };

/** A Monday morning. The weeks that are asked about are closed by then. */
const START = Date.UTC(2026, 9, 5, 9);
const WEEK = 7 * DAY;
let now = START;
const LETTERS = 'ABCDEFGH';
/** Each person who joins has a password hashed, which takes its time on purpose. In ms. */
const PATIENCE = 120_000;

async function accepted(by: TestMember, ...records: unknown[]): Promise<void> {
  for (const result of await by.push(...records)) expect(result).toMatchObject({ status: 'accepted' });
}

async function coverageFor(by: TestMember) {
  const response = await by.fetch('/v1/insight/coverage');
  expect(response.status).toBe(200);
  const text = await response.text();
  return { text, ...coverageResponse.parse(JSON.parse(text)) };
}

async function programmeFor(by: TestMember, id: string) {
  const response = await by.fetch(`/v1/insight/programme/${id}`);
  expect(response.status).toBe(200);
  return programmeResponse.parse(await response.json()).weeks;
}

/** Every coach has one person of their own. */
async function pairs(team: Team, count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const coach = await team.join(`Coach ${LETTERS[i]}`, ['coach']);
      const rep = await team.join(`Rep ${LETTERS[i]}`, ['coachee']);
      await team.assign(coach, rep, { from: START });
      return { coach, rep };
    }),
  );
}

const settingsOf = ({ workspaceId, owner }: Team, body: Body<'settings'>) =>
  createRecord(
    {
      id: settingsId(workspaceId, owner.id),
      type: 'settings',
      workspaceId,
      authorId: owner.id,
      audience: 'workspace',
      body: { timeZone: 'UTC', weekStart: 1, restDays: [0, 6], ...body },
    },
    START,
  );

describe('coverage', () => {
  let team: Team;
  let sponsor: TestMember;
  let all: Awaited<ReturnType<typeof pairs>>;
  beforeAll(async () => {
    now = START;
    team = await startTeam({ now: () => now });
    sponsor = await team.join('Sam Sponsor', ['sponsor']);
    await accepted(team.owner, settingsOf(team, {}));
    all = await pairs(team, 5);
    for (const { coach, rep } of all.slice(0, 3))
      await accepted(coach, coach.note(rep, { audience: 'pair', createdAt: START + HOUR }));
  }, PATIENCE);
  afterAll(() => team.stop());

  const first = '2026-10-05';
  const weekOf = async (week: string) => (await coverageFor(sponsor)).weeks.find(each => each.week === week);

  it('says nothing of a week that is not over, and then how many people were reached, without names', async () => {
    now = START + 4 * DAY;
    expect(await weekOf(first)).toBeUndefined();
    now = START + WEEK + HOUR;
    const { text, minimum } = await coverageFor(sponsor);
    expect(minimum).toBe(5);
    const week = await weekOf(first);
    expect(week?.coverage?.share).toMatchObject({ k: 3, n: 5 });
    expect(week?.coverage?.spread).toBeCloseTo(0.913, 3);
    expect(week?.adoption).toMatchObject({ k: 3, n: 10 });
    // Only three got a note that had to be answered, and no verdict can be late yet.
    expect(week).toMatchObject({ answers: null, verdicts: null });
    for (const { coach, rep } of all)
      for (const word of [coach.id, rep.id, 'Coach', 'Rep', 'Birch']) expect(text).not.toContain(word);
  });

  it('of a closed week stays as it was, whatever comes late: two days have no difference', async () => {
    const monday = await weekOf(first);
    const [, , , late] = all;
    if (!late) throw new Error('there are five');
    await accepted(late.coach, late.coach.note(late.rep, { audience: 'pair', createdAt: START + 2 * HOUR }));
    now = START + WEEK + DAY;
    expect(await weekOf(first)).toEqual(monday);
  });

  it('does not change by the one who joins or leaves after the week', async () => {
    const before = await weekOf(first);
    const joined = await team.join('Coach Late', ['coach']);
    const theirs = await team.join('Rep Late', ['coachee']);
    await team.assign(joined, theirs, { from: START });
    expect(await weekOf(first)).toEqual(before);
  });

  it('is for owners, sponsors and liaisons, and each look is in the log', async () => {
    const liaison = await team.join('Lia Liaison', ['liaison']);
    const [pair] = all;
    if (!pair) throw new Error('there are five');
    for (const who of [team.owner, liaison]) await coverageFor(who);
    for (const who of [pair.coach, pair.rep])
      expect((await who.fetch('/v1/insight/coverage')).status).toBe(403);
    const { entries } = (await (await team.owner.fetch('/v1/audit?limit=500')).json()) as {
      entries: { kind: string; actorId: string; detail: unknown }[];
    };
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'insight', actorId: liaison.id, detail: { what: 'coverage' } }),
    );
  });
});

describe('the minimum', () => {
  it(
    'is five; an owner may set three and nothing below',
    async () => {
      now = START;
      const team = await startTeam({ now: () => now });
      try {
        await accepted(team.owner, settingsOf(team, {}));
        await pairs(team, 4);
        now = START + WEEK + HOUR;
        const coverage = async () => (await coverageFor(team.owner)).weeks.at(-1)?.coverage;
        expect(await coverage()).toBeNull();
        const settings = settingsOf(team, {});
        const set = (peopleInFigures: number, at: number) =>
          reviseRecord({ ...settings, rev: at }, { ...settings.body, peopleInFigures }, START + at);
        expect(await team.owner.push(set(2, 1))).toMatchObject([{ status: 'refused' }]);
        expect(await coverage()).toBeNull();
        await accepted(team.owner, set(4, 1));
        expect((await coverage())?.share).toMatchObject({ k: 0, n: 4 });
      } finally {
        await team.stop();
      }
    },
    PATIENCE,
  );
});

describe('a programme', () => {
  const BEHAVIOUR = 'next-step';
  let team: Team;
  let reps: TestMember[];
  beforeAll(async () => {
    now = START;
    team = await startTeam({ now: () => now });
    await accepted(team.owner, settingsOf(team, {}));
    reps = await Promise.all(
      Array.from({ length: 7 }, (_, i) => team.join(`Rep ${LETTERS[i]}`, ['coachee'])),
    );
    for (const [i, rep] of reps.entries()) await practise(rep, '2026-10-06', i % 2 === 0);
    now = START + WEEK + HOUR;
  }, PATIENCE);
  afterAll(() => team.stop());

  async function practise(rep: TestMember, day: string, done: boolean): Promise<void> {
    const log = createRecord(
      {
        type: 'log',
        workspaceId: team.workspaceId,
        authorId: rep.id,
        subjectId: rep.id,
        audience: 'coaches',
        refs: [],
        body: { behaviourId: BEHAVIOUR, result: done ? 'done' : 'notDone', day },
      },
      Date.parse(`${day}T12:00:00Z`),
    );
    await accepted(rep, log);
  }

  async function programmeOf(members: readonly TestMember[], subject?: TestMember) {
    const programme: RecordOf<'programme'> = createRecord(
      {
        type: 'programme',
        workspaceId: team.workspaceId,
        authorId: team.owner.id,
        ...(subject ? { subjectId: subject.id, audience: 'coaches' } : { audience: 'workspace' }),
        body: {
          name: 'Next steps',
          playbook: { id: 'thirtyDays', version: 1 },
          stage: 'pilot',
          startDay: '2026-10-05',
          behaviours: [{ behaviourId: BEHAVIOUR, metric: 'dated', dataSource: 'CRM', rank: 1 }],
          cohorts: [{ id: 'a', name: 'A', memberIds: members.map(({ id }) => id) }],
        },
      },
      START,
    );
    await accepted(team.owner, programme);
    return programme;
  }

  const practised = async (id: string, week = '2026-10-05') =>
    (await programmeFor(team.owner, id)).find(each => each.week === week)?.practised;

  it('is shown about at least five people who have something to count', async () => {
    const four = await programmeOf(reps.slice(0, 4));
    expect(await practised(four.id)).toBeNull();
    const idle = await team.join('Idle', ['coachee']);
    const fourAndIdle = await programmeOf([...reps.slice(0, 4), idle]);
    expect(await practised(fourAndIdle.id)).toBeNull();
  });

  it('and another that differs by one person have no difference', async () => {
    const six = await programmeOf(reps.slice(0, 6));
    const five = await programmeOf(reps.slice(0, 5));
    const exchanged = await programmeOf(reps.slice(1, 7));
    expect(await practised(six.id)).toMatchObject({ k: 3, n: 6 });
    expect(await practised(five.id)).toBeNull();
    expect(await practised(exchanged.id)).toBeNull();
    // The same, whatever the order in which one asks.
    expect(await practised(six.id)).toMatchObject({ k: 3, n: 6 });
  });

  it('stays as it was shown when somebody is taken out of it, or joins', async () => {
    const programme = await programmeOf(reps.slice(0, 6));
    const before = await practised(programme.id);
    expect(before).toMatchObject({ k: 3, n: 6 });
    const change = (members: readonly TestMember[], from: RecordOf<'programme'>) =>
      reviseRecord(
        from,
        { ...from.body, cohorts: [{ id: 'a', name: 'A', memberIds: members.map(({ id }) => id) }] },
        START + from.rev,
      );
    const without = change(reps.slice(0, 5), programme);
    await accepted(team.owner, without);
    expect(await practised(programme.id)).toEqual(before);
    const joined = change(reps, without);
    await accepted(team.owner, joined);
    expect(await practised(programme.id)).toEqual(before);
    // Whoever joined counts from the next week on, together with everybody else of that week.
    for (const rep of reps) await practise(rep, '2026-10-13', true);
    now = START + 2 * WEEK + HOUR;
    expect(await practised(programme.id, '2026-10-12')).toMatchObject({ k: 7, n: 7 });
    expect(await practised(programme.id)).toEqual(before);
  });

  it('of one person is for that person and their coaches, and not here', async () => {
    const [rep] = reps;
    if (!rep) throw new Error('there are seven');
    const own = await programmeOf([], rep);
    const none = await team.owner.fetch('/v1/insight/programme/no-such-id');
    const theirs = await team.owner.fetch(`/v1/insight/programme/${own.id}`);
    expect([none.status, theirs.status]).toEqual([404, 404]);
    expect(await theirs.text()).toBe(await none.text());
    expect((await rep.fetch('/v1/insight/programme/no-such-id')).status).toBe(403);
  });

  it('can be asked for by two at once without two different answers', async () => {
    const again = await programmeOf(reps.slice(0, 6));
    const answers = await Promise.all(Array.from({ length: 4 }, () => practised(again.id)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});
