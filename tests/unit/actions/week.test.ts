/** Routines, reviews and programmes through their actions, on a real store: what is saved, by whom, for whom. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginProgramme, endProgramme, keepAsTemplate, noteStage } from '#lib/actions/programmes.ts';
import {
  announceWork,
  answerReview,
  beginReview,
  changeReview,
  finishReview,
  ReviewError,
} from '#lib/actions/reviews.ts';
import { deleteLeave, endRoutine, installPreset, noteRun, takeLeave } from '#lib/actions/routines.ts';
import { occasionsOf } from '#lib/coaching/routines/occasions.ts';
import { isInstalled } from '#lib/coaching/routines/runs.ts';
import { decisionId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { problemOf } from '#lib/records/parse.ts';
import { problemOfWriting } from '#lib/records/permissions.ts';
import { traitsOf } from '#lib/records/traits.ts';
import { isType, type RecordOf, type RecordType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, saveIdentity, writerOf } from '#lib/store/identity.ts';
import { recordsOfType } from '#lib/store/queries/records.ts';
import { toEnvelope, toRow } from '#lib/store/row/row.ts';
import { CORA, DAY, HOUR, MONDAY, make, noteText, ROB } from '#testing/records.ts';
import { freshDb } from '../store/open.ts';

// Saving asks the background for a sync; there is none here.
vi.mock('#lib/messages/ask.ts', () => ({ ask: async () => undefined }));

const members = [
  { id: CORA, name: 'Cora', roles: ['coach' as const], coachIds: [] },
  { id: ROB, name: 'Rob', roles: ['coachee' as const], coachIds: [CORA] },
];
const identityOf = (memberId: string): Identity => ({
  workspaceId: 'team',
  workspaceName: 'Team',
  memberId,
  name: memberId,
  server: 'https://sideline.example',
  members,
});
const cora = identityOf(CORA);
const calendar = { timeZone: 'UTC', weekStart: 1, workdays: [1, 2, 3, 4, 5] };
let db: SidelineDb;

beforeEach(async () => {
  db = await freshDb();
  await saveIdentity(db, cora);
});

async function saved<T extends RecordType>(type: T): Promise<(Envelope & RecordOf<T>)[]> {
  const rows = await recordsOfType(db, 'team', type);
  return rows.map(toEnvelope).flatMap(record => (isType(record, type) ? [record] : []));
}

/** A server would take it. */
function expectAllowed(record: Envelope, named: readonly Envelope[] = []): void {
  expect(problemOf(record)).toBeUndefined();
  const writer = writerOf(identityOf(record.authorId));
  const referred = { named: traitsOf(record.type).standing ? [] : [...named], behind: [] };
  expect(problemOfWriting(record, writer, referred)).toBeUndefined();
}

describe('routines', () => {
  it('a coach’s own are for the team to see, a rhythm with a person for their coaches', async () => {
    const install = { language: 'de', from: '2026-11-02' };
    await installPreset(db, cora, { ...install, preset: 'standardWork', subjectId: CORA });
    await installPreset(db, cora, { ...install, preset: 'tuesdayFriday', subjectId: ROB });
    const routines = await saved('routine');
    expect(routines.map(({ body, audience }) => `${body.kind} ${audience}`).sort()).toEqual([
      'checkIn coaches',
      'feedback coaches',
      'recap coaches',
      'standardWork workspace',
    ]);
    for (const routine of routines) expectAllowed(routine);
  });

  it('end, are due no more from that day on, and can be added again', async () => {
    const install = { preset: 'tuesdayFriday' as const, language: 'en', from: '2026-11-02', subjectId: ROB };
    await installPreset(db, cora, install);
    const before = await saved('routine');
    const there = () => saved('routine').then(all => isInstalled(all, 'tuesdayFriday', ROB, '2026-11-10'));
    expect(isInstalled(before, 'tuesdayFriday', CORA, '2026-11-10')).toBe(false);
    expect(await there()).toBe(true);
    for (const routine of before) await endRoutine(db, routine, '2026-11-10');
    expect(await there()).toBe(false);
    const days = (await saved('routine')).flatMap(each =>
      occasionsOf(each, '2026-11-02', '2026-11-30', { calendar }).map(({ day }) => day),
    );
    expect(days.sort()).toEqual(['2026-11-03', '2026-11-06']);
  });

  it('a run is one record, however often something is noted on it', async () => {
    await installPreset(db, cora, { preset: 'midweek', language: 'en', from: '2026-11-02', subjectId: ROB });
    const routines = await saved('routine');
    const routine = routines.find(({ body }) => body.kind === 'checkIn');
    if (!routine) throw new Error('There is a check-in.');
    const [occasion] = occasionsOf(routine, '2026-11-02', '2026-11-08', { calendar });
    if (!occasion) throw new Error('It is due once a week.');
    await noteRun(db, cora, occasion, { startedAt: MONDAY });
    await noteRun(db, cora, occasion, { doneAt: MONDAY + 60_000, minutes: 1 });
    const runs = await saved('run');
    expect(runs).toMatchObject([
      { subjectId: ROB, refs: [routine.id], body: { startedAt: MONDAY, minutes: 1, day: '2026-11-04' } },
    ]);
    for (const run of runs) expectAllowed(run, [routine]);
  });

  it('of two things noted on a run at once none is lost', async () => {
    await installPreset(db, cora, { preset: 'midweek', language: 'en', from: '2026-11-02', subjectId: ROB });
    const [routine] = await saved('routine');
    const [occasion] = routine ? occasionsOf(routine, '2026-11-02', '2026-11-08', { calendar }) : [];
    if (!occasion) throw new Error('It is due once a week.');
    const changes = [{ startedAt: MONDAY }, { minutes: 1 }, { doneAt: MONDAY + 60_000 }];
    await Promise.all(changes.map(change => noteRun(db, cora, occasion, change)));
    expect((await saved('run')).map(({ body }) => body)).toMatchObject([
      { startedAt: MONDAY, minutes: 1, doneAt: MONDAY + 60_000 },
    ]);
  });

  it('a routine of the team is for the team, whatever a coach keeps private', async () => {
    const install = { preset: 'standUp' as const, language: 'en', from: '2026-11-02', subjectId: CORA };
    await installPreset(db, cora, { ...install, visibleToTeam: false });
    expect((await saved('routine')).map(({ audience }) => audience)).toEqual(['workspace']);
  });

  it.each([
    [true, 'workspace', undefined],
    [false, 'author', 'A long call.'],
  ])(
    'what got in the way stays out of what the team sees: visible %s',
    async (visibleToTeam, audience, text) => {
      const from = '2026-11-02';
      const install = {
        preset: 'standardWork' as const,
        language: 'en',
        from,
        subjectId: CORA,
        visibleToTeam,
      };
      await installPreset(db, cora, install);
      const [routine] = await saved('routine');
      const [occasion] = routine ? occasionsOf(routine, from, from, { calendar }) : [];
      if (!occasion) throw new Error('It is due each day.');
      await noteRun(db, cora, occasion, { gotInTheWay: 'A long call.', missReason: 'schedule' });
      await noteRun(db, cora, occasion, { left: true, gotInTheWay: 'A long call.' });
      const [run] = await saved('run');
      expect(run).toMatchObject({ audience, body: { left: true } });
      expect(run?.body.gotInTheWay).toBe(text);
      expect(run?.body.missReason).toBe(text && 'schedule');
      if (!run) throw new Error('The run is there.');
      // As an earlier version wrote it.
      await db.records.update(run.id, { body: { ...run.body, gotInTheWay: 'A long call.' } });
      await noteRun(db, cora, occasion, { left: true });
      expect((await saved('run'))[0]?.body.gotInTheWay).toBe(text);
    },
  );

  it('a coach’s leave is for all, a coachee’s for their coaches', async () => {
    await takeLeave(db, cora, { from: '2026-11-02', to: '2026-11-03' });
    await saveIdentity(db, identityOf(ROB));
    await takeLeave(db, identityOf(ROB), { from: '2026-11-01', to: '2026-11-03' });
    const leave = await saved('leave');
    expect(leave.map(({ audience }) => audience).sort()).toEqual(['coaches', 'workspace']);
    for (const each of leave) expectAllowed(each);
    const [wrong] = leave.filter(({ authorId }) => authorId === ROB);
    if (wrong) await deleteLeave(db, wrong);
    expect((await saved('leave')).map(({ authorId }) => authorId)).toEqual([CORA]);
  });
});

describe('reviews', () => {
  const begin = () => beginReview(db, cora, { kind: 'weekly', about: '2026-11-02', subjectId: ROB });

  it('are resumed, not begun twice, and cannot be skipped ahead', async () => {
    const id = await begin();
    await expect(answerReview(db, id, { id: 'nextStep', text: 'Call.' })).rejects.toThrow(ReviewError);
    await answerReview(db, id, { id: 'commitments', text: 'Two calls.' });
    expect(await begin()).toBe(id);
    const reviews = await saved('review');
    expect(reviews).toHaveLength(1);
    expect(reviews[0]?.body.answers.map(answer => answer.id)).toEqual(['commitments']);
    for (const review of reviews) expectAllowed(review);
  });

  it('go on where they were left when they are begun again', async () => {
    const id = await begin();
    await answerReview(db, id, { id: 'commitments', text: 'Two calls.' });
    await changeReview(db, id, { left: true });
    expect(await begin()).toBe(id);
    expect((await saved('review'))[0]?.body).toMatchObject({
      left: false,
      answers: [{ text: 'Two calls.' }],
    });
  });

  it('keep both of two quick changes', async () => {
    const id = await begin();
    const { artifact, anchor } = noteText;
    await Promise.all([
      answerReview(db, id, { id: 'commitments', text: 'Two calls.' }),
      changeReview(db, id, { noteIds: ['note'] }),
      changeReview(db, id, { evidence: [{ artifact, anchor }] }),
    ]);
    expect((await saved('review'))[0]?.body).toMatchObject({
      answers: [{ text: 'Two calls.' }],
      noteIds: ['note'],
      evidence: [{ anchor }],
    });
  });

  it.each([
    ['within the person’s cycle the questions stay those of its first review', ROB, 0, 'unknown questions'],
    ['not those of somebody else’s cycle', CORA, 0, undefined],
    ['not those of a cycle that is over', ROB, DAY, undefined],
  ])('%s', async (_what, whose, ago, reason) => {
    const now = Date.now();
    const cycle = { kind: 'full' as const, startAt: now - 9 * DAY, endAt: now - ago + HOUR };
    // Begun by a colleague whose Sideline has questions that this one does not know.
    const body = { kind: 'weekly' as const, about: 'then', questionSet: { id: 'weekly', version: 99 } };
    const rest = { answers: [], evidence: [], noteIds: [] };
    const earlier = [
      make('cycle', cycle, { about: whose }),
      make('review', { ...body, ...rest }, { about: ROB, by: 'dan', at: now - 8 * DAY }),
    ];
    await db.records.bulkPut(earlier.map(record => toRow(record, { sync: 'accepted' })));
    const outcome = begin().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (reason) expect(await outcome).toMatchObject({ reason });
    else expect(await outcome).toBeUndefined();
  });

  it('stay finished when they are begun again', async () => {
    const id = await begin();
    for (const each of ['commitments', 'scan', 'friction', 'nextStep']) {
      await answerReview(db, id, { id: each, text: 'Said.' });
    }
    await finishReview(db, cora, id);
    const [done] = await saved('review');
    expect(await begin()).toBe(id);
    expect(await saved('review')).toEqual([done]);
  });

  it('close with all answers, and not before', async () => {
    const id = await begin();
    await expect(finishReview(db, cora, id)).rejects.toMatchObject({ reason: 'missing' });
    for (const each of ['commitments', 'scan', 'friction', 'nextStep']) {
      await answerReview(db, id, { id: each, text: 'Said.' });
    }
    await finishReview(db, cora, id);
    expect((await saved('review'))[0]?.body.doneAt).toBeDefined();
  });

  it('a debrief learns when its work came out, once, and a finished one does not change', async () => {
    const work = { about: noteText.artifact.key, subjectId: ROB };
    const publishedAt = async () => (await saved('review')).map(({ body }) => body.publishedAt);
    const id = await beginReview(db, cora, { kind: 'debrief', ...work });
    expect(await announceWork(db, cora, work, MONDAY)).toBe(id);
    expect(await publishedAt()).toEqual([MONDAY]);
    await announceWork(db, cora, work, MONDAY + HOUR);
    expect(await publishedAt()).toEqual([MONDAY]);
    for (const each of await saved('review')) expectAllowed(each);
  });

  it('a debrief closes with evidence and one adjustment, both saved together', async () => {
    const about = noteText.artifact.key;
    const id = await beginReview(db, cora, { kind: 'debrief', about, subjectId: ROB });
    for (const each of ['worked', 'dropped']) await answerReview(db, id, { id: each, text: 'Said.' });
    const decision = { changes: 'behaviour' as const, text: 'Open with it.', ownerId: ROB, dueAt: MONDAY };
    await expect(finishReview(db, cora, id, decision)).rejects.toMatchObject({ reason: 'missing' });
    expect(await saved('decision')).toEqual([]);
    const { artifact, anchor } = noteText;
    await changeReview(db, id, { evidence: [{ artifact, anchor }] });
    await expect(finishReview(db, cora, id)).rejects.toMatchObject({ reason: 'missing' });
    await finishReview(db, cora, id, decision);
    const decisions = await saved('decision');
    expect(decisions).toMatchObject([{ id: decisionId(id), refs: [id], subjectId: ROB }]);
    const [review] = await saved('review');
    if (!review) throw new Error('The review is there.');
    for (const each of decisions) expectAllowed(each, [review]);
  });
});

describe('programmes', () => {
  it('end, and are taken up again as they were', async () => {
    const body = {
      name: 'Next step',
      playbook: { id: 'thirtyDays', version: 1 },
      stage: 'pilot' as const,
      behaviours: [],
      cohorts: [],
    };
    await beginProgramme(db, cora, { subjectId: ROB, body });
    for (const endDay of ['2026-11-20', undefined]) {
      const [programme] = await saved('programme');
      if (!programme) throw new Error('The programme is there.');
      await endProgramme(db, programme, endDay);
      expect((await saved('programme'))[0]?.body).toEqual(endDay ? { ...body, endDay } : body);
    }
  });

  it('stages are said once by each, and a template has nobody in it', async () => {
    await beginProgramme(db, cora, {
      subjectId: ROB,
      body: {
        name: 'Next step',
        playbook: { id: 'thirtyDays', version: 1 },
        stage: 'pilot',
        startDay: '2026-11-02',
        behaviours: [],
        cohorts: [],
        coachId: CORA,
      },
    });
    const [programme] = await saved('programme');
    if (!programme) throw new Error('The programme is there.');
    await Promise.all([
      noteStage(db, cora, { programme, stage: 'week1' }, { items: ['chooseProblem'] }),
      noteStage(db, cora, { programme, stage: 'week1' }, { closed: true }),
    ]);
    const stages = await saved('stage');
    expect(stages).toMatchObject([{ body: { items: ['chooseProblem'], closed: true } }]);
    await keepAsTemplate(db, cora, programme, 'Plan');
    const template = (await saved('programme')).find(({ body }) => body.template);
    expect(template?.body).not.toHaveProperty('coachId');
    for (const each of [programme, ...stages, ...(template ? [template] : [])]) expectAllowed(each);
  });
});
