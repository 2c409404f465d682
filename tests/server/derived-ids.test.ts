/** Nobody takes the id of somebody else's record before that is written. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecord, deleteRecord, newId, positionId, settingsId, stageId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { eraseRecords } from '#server/exchange/erasure/erase.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';
import { samples } from '../unit/records/samples.ts';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;
beforeAll(async () => {
  team = await startTeam();
  rep = await team.join('Ravi Rep', ['coachee']);
});
afterAll(() => team.stop());

const log = (id: string) =>
  createRecord(
    {
      id,
      type: 'log',
      workspaceId: team.workspaceId,
      authorId: rep.id,
      subjectId: rep.id,
      audience: 'author',
      body: samples.log,
    },
    Date.now(),
  );
const position = (by: TestMember, id: string) =>
  createRecord(
    {
      id,
      type: 'position',
      workspaceId: team.workspaceId,
      authorId: by.id,
      subjectId: by.id,
      audience: 'workspace',
      body: { job: 'rep' },
    },
    Date.now(),
  );

it('a record of another kind or author is refused, its deletion forgotten, and the id stays free', async () => {
  const id = settingsId(team.workspaceId, team.owner.id);
  const before = deleteRecord(log(id), Date.now());
  expect(await rep.push(before)).toMatchObject([{ status: 'accepted', seq: 0 }]);
  expect(await rep.push(log(id), { ...log(id), type: 'hologram' }, position(rep, id))).toMatchObject(
    Array(3).fill({ status: 'refused', code: 'limit' }),
  );
  const settings = createRecord(
    {
      id,
      type: 'settings',
      workspaceId: team.workspaceId,
      authorId: team.owner.id,
      audience: 'workspace',
      body: { notesADay: 3 },
    },
    Date.now(),
  );
  expect(await team.owner.push(settings)).toMatchObject([{ status: 'accepted' }]);
});

it('a record of such a kind is refused under another id, at first and later', async () => {
  expect(await rep.push(position(rep, newId()))).toMatchObject([{ status: 'refused', code: 'limit' }]);
  const stage = (body: typeof samples.stage) =>
    createRecord(
      {
        id: stageId('p', 'week1', rep.id),
        type: 'stage',
        workspaceId: team.workspaceId,
        authorId: rep.id,
        subjectId: rep.id,
        audience: 'coaches',
        refs: [],
        body,
      },
      5,
    );
  const first = stage(samples.stage);
  const moved = { ...stage({ ...samples.stage, stage: 'week2' }), rev: 2, updatedAt: 6 };
  const closed = { ...stage({ ...samples.stage, closed: false }), rev: 2, updatedAt: 6 };
  expect(await rep.push(first, moved, closed)).toMatchObject([
    { status: 'accepted' },
    { status: 'refused', code: 'limit' },
    { status: 'accepted' },
  ]);
});

it('its author writes it anew after it was erased, and nothing from before comes back', async () => {
  const who = await team.join('Eva Erased', ['coachee']);
  const mine = position(who, positionId(who.id, who.id));
  expect(await who.push(mine)).toMatchObject([{ status: 'accepted' }]);
  const { server, workspaceId } = team;
  const erasure = { workspaceId, by: team.owner.id, now: Date.now() };
  await eraseRecords(server.context.database.db, erasure, [mine.id]);
  const pulled = (await who.pull()).records.map(record => record as Envelope);
  const tombstone = pulled.find(({ id }) => id === mine.id);
  const { deletedAt } = tombstone ?? {};
  if (!tombstone || deletedAt === undefined) throw new Error('It was not erased.');
  const anew = { ...mine, rev: tombstone.rev + 1, updatedAt: deletedAt, body: { job: 'editor' } };
  const old = { ...anew, updatedAt: deletedAt - 1 };
  expect(await who.push(old)).toMatchObject([{ status: 'refused', code: 'immutable' }]);
  expect(await who.push(anew)).toMatchObject([{ status: 'accepted' }]);
  expect((await team.owner.pull()).records).toContainEqual(anew);
  // Any other kind stays deleted.
  const entry = { ...log(newId()), authorId: who.id, subjectId: who.id };
  const gone = deleteRecord(entry, Date.now());
  expect(await who.push(entry, gone)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
  const again = { ...entry, rev: 3, updatedAt: gone.updatedAt };
  expect(await who.push(again)).toMatchObject([{ status: 'refused', code: 'immutable' }]);
});

it('what the server held before under such an id can still be changed and taken back', async () => {
  const mine = position(rep, positionId(rep.id, rep.id));
  expect(await rep.push(mine)).toMatchObject([{ status: 'accepted' }]);
  const id = newId();
  const { db } = team.server.context.database;
  // As a workspace has it that came from another server: the members had other ids there.
  await db
    .updateTable('records')
    .set({ id, record: JSON.stringify({ ...mine, id }) })
    .where('id', '=', mine.id)
    .execute();
  const next = { ...mine, id, rev: 2, updatedAt: mine.updatedAt + 1, body: { job: 'editor' } };
  expect(await rep.push(next)).toMatchObject([{ status: 'accepted' }]);
  expect(await rep.push({ ...deleteRecord(next, Date.now()) })).toMatchObject([{ status: 'accepted' }]);
});
