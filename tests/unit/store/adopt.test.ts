/** What was written without a server, taken along into a team: under ids of its new author, and for no more eyes. */
import { expect, test } from 'vitest';
import {
  createRecord,
  decisionId,
  type NewRecord,
  positionId,
  reviewId,
  runId,
  seenId,
  stageId,
} from '#lib/records/create.ts';
import { SOLO_MEMBER, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { RecordType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { adoptSolo, soloCount } from '#lib/store/workspace.ts';
import { freshDb } from './open.ts';
import { note } from './rows.ts';

const team = { workspaceId: 'team', memberId: 'ann' };
const make = <T extends RecordType>(input: Omit<NewRecord<T>, 'workspaceId' | 'authorId' | 'audience'>) =>
  createRecord<T>(
    {
      workspaceId: SOLO_WORKSPACE,
      authorId: SOLO_MEMBER,
      subjectId: SOLO_MEMBER,
      audience: 'coaches',
      ...input,
    } as NewRecord<T>,
    1000,
  );
const whose = (authorId: string) => ({ subjectId: authorId, about: '2026-11-23', authorId });
const alone = reviewId('weekly', whose(SOLO_MEMBER));
const review = make<'review'>({
  id: alone,
  type: 'review',
  body: {
    kind: 'weekly',
    about: '2026-11-23',
    questionSet: { id: 'weekly', version: 1 },
    answers: [{ id: 'done', text: 'me', savedAt: 1 }],
    evidence: [],
    noteIds: [],
    invitedIds: [SOLO_MEMBER],
  },
});
const decision = make<'decision'>({
  id: decisionId(alone),
  type: 'decision',
  refs: [alone],
  body: { changes: 'process', text: 'me', ownerId: SOLO_MEMBER, dueAt: 1 },
});
const programme = make<'programme'>({
  id: 'programme',
  type: 'programme',
  body: {
    name: 'Mine',
    playbook: { id: 'days30', version: 1 },
    stage: 'pilot',
    behaviours: [],
    cohorts: [{ id: 'c', name: 'We', memberIds: [SOLO_MEMBER] }],
    people: { onboarding: SOLO_MEMBER },
    coachId: SOLO_MEMBER,
  },
});

async function taken(db: SidelineDb, ...records: Parameters<typeof saveOwn>[1][]) {
  for (const record of records) await saveOwn(db, record);
  await adoptSolo(db, team);
  return Object.fromEntries((await db.records.toArray()).map(record => [record.type, record]));
}

test('derived ids are those of the new author, and what refers to them goes along', async () => {
  const rows = await taken(
    freshDb(),
    review,
    decision,
    make<'position'>({ id: positionId(SOLO_MEMBER, SOLO_MEMBER), type: 'position', body: { job: 'rep' } }),
    make<'run'>({
      id: runId('routine', '2026-11-23', SOLO_MEMBER),
      type: 'run',
      refs: ['routine'],
      body: { day: '2026-11-23', dueAt: 1, steps: [] },
    }),
    programme,
    make<'stage'>({
      id: stageId('programme', 'week1', SOLO_MEMBER),
      type: 'stage',
      refs: ['programme'],
      body: { programmeId: 'programme', stage: 'week1', items: [], closed: false },
    }),
    make<'seen'>({ id: seenId('note', SOLO_MEMBER), type: 'seen', refs: ['note'], body: {} }),
  );
  const mine = reviewId('weekly', whose('ann'));
  expect(Object.fromEntries(Object.entries(rows).map(([type, { id }]) => [type, id]))).toEqual({
    review: mine,
    decision: decisionId(mine),
    position: positionId('ann', 'ann'),
    run: runId('routine', '2026-11-23', 'ann'),
    programme: 'programme',
    stage: stageId('programme', 'week1', 'ann'),
    seen: seenId('note', 'ann'),
  });
  expect(rows.decision?.refs).toEqual([mine]);
});

test('a review that joins another names it by its new id', async () => {
  const db = freshDb();
  const body = { ...review.body, kind: 'afterAction' as const, joins: alone };
  await taken(db, review, make<'review'>({ id: 'joined', type: 'review', body }));
  const after = await db.records.get(reviewId('afterAction', whose('ann')));
  expect(after?.body.joins).toBe(reviewId('weekly', whose('ann')));
});

test('the member is named wherever a field says who, and no text is touched', async () => {
  const rows = await taken(freshDb(), review, decision, programme);
  expect(rows.decision?.body).toMatchObject({ ownerId: 'ann', text: 'me' });
  expect(rows.review?.body).toMatchObject({ invitedIds: ['ann'], answers: [{ text: 'me' }] });
  expect(rows.programme?.body).toMatchObject({
    coachId: 'ann',
    people: { onboarding: 'ann' },
    cohorts: [{ memberIds: ['ann'] }],
  });
});

test('what was written for nobody else’s eyes stays the author’s own', async () => {
  const leave = make<'leave'>({ type: 'leave', body: { from: '2026-11-23', to: '2026-11-24' } });
  const rows = await taken(freshDb(), review, decision, programme, leave);
  expect(Object.values(rows).map(({ audience }) => audience)).toEqual(Array(4).fill('author'));
});

test('what was tried out on the practice page does not come along, nor the answers to it', async () => {
  const db = freshDb();
  const tried = note({
    id: 'tried',
    workspaceId: SOLO_WORKSPACE,
    authorId: SOLO_MEMBER,
    subjectId: SOLO_MEMBER,
  });
  const { artifact } = tried.body;
  const answer = make<'acknowledgement'>({
    id: 'answer',
    type: 'acknowledgement',
    refs: ['tried'],
    body: { answer: 'accept', sentence: 'Yes' },
  });
  await saveOwn(db, { ...tried, body: { ...tried.body, artifact: { ...artifact, site: 'practice' } } });
  await saveOwn(db, answer);
  expect(await soloCount(db)).toBe(0);
  expect(await adoptSolo(db, team)).toBe(0);
});

test('a review alone is offered to be taken along', async () => {
  const db = freshDb();
  await saveOwn(db, review);
  expect(await soloCount(db)).toBe(1);
  await adoptSolo(db, team);
  expect(await soloCount(db)).toBe(0);
});

test('what the member already wrote in the team stays', async () => {
  const db = freshDb();
  const id = positionId('ann', 'ann');
  const there = {
    ...make<'position'>({ id, type: 'position', body: { job: 'editor' } }),
    workspaceId: 'team',
  };
  await saveOwn(db, { ...there, authorId: 'ann', subjectId: 'ann' });
  const rows = await taken(
    db,
    make<'position'>({ id: positionId(SOLO_MEMBER, SOLO_MEMBER), type: 'position', body: { job: 'rep' } }),
  );
  expect(rows.position?.body).toEqual({ job: 'editor' });
});
