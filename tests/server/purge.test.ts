/** What is left of what was deleted or erased: no word at once, nothing but an id after 90 days, also in the files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteRecord, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { loadIdentity, saveIdentity } from '#lib/store/identity.ts';
import { outbox } from '#lib/store/outbox.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { syncOnce } from '#lib/sync/engine.ts';
import { eraseRecords } from '#server/exchange/erasure/erase.ts';
import { eraseAltogether } from '#server/exchange/erasure/erase-account.ts';
import { purgeTombstones, TOMBSTONE_KEPT } from '#server/exchange/erasure/purge.ts';
import { backup } from '#server/operate/backup.ts';
import { newStore, type TestStore } from '#testing/server/stores.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';
import { freshDb } from '#tests/unit/store/open.ts';

const DAY = 24 * 60 * 60_000;
let time: number;
let store: TestStore;
let team: TestTeam & { owner: TestMember };
let coach: TestMember;
let rep: TestMember;
beforeEach(async () => {
  time = Date.UTC(2026, 0, 31, 9);
  store = await newStore();
  team = await startTeam({ ...store.options, now: () => time });
  coach = await team.join('Carla Coach', ['coach']);
  rep = await team.join('Ravi Rep', ['coachee']);
  await team.assign(coach, rep);
});
afterEach(async () => {
  await team.stop();
  await store.drop();
});

const db = () => team.server.context.database.db;
const purge = () => purgeTombstones(db(), time, () => {});
const erase = (...records: Envelope[]) =>
  eraseRecords(
    db(),
    { workspaceId: team.workspaceId, by: team.owner.id, now: time },
    records.map(record => record.id),
  );

describe('90 days after a deletion or an erasure', () => {
  it('90 days after a deletion the author, the subject, the time and the refs are gone too; before that, none of them', async () => {
    const note = coach.note(rep);
    const answer = { ...rep.note(rep), refs: [note.id] };
    await coach.push(note);
    await rep.push(answer, deleteRecord(answer, time));
    await erase(note);
    time += TOMBSTONE_KEPT - 1;
    expect(await purge()).toBe(0);
    time += 1;
    expect(await purge()).toBe(2);
    expect(await purge()).toBe(0);
    for (const table of ['records', 'feed', 'refs'] as const) {
      const rows = JSON.stringify(await db().selectFrom(table).selectAll().execute());
      for (const member of [coach, rep]) expect([table, rows.includes(member.id)]).toEqual([table, false]);
    }
    const [left] = await db().selectFrom('records').select('record').where('id', '=', note.id).execute();
    expect(JSON.parse(left?.record ?? '')).toMatchObject({
      authorId: '-',
      createdAt: 0,
      updatedAt: 0,
      body: {},
    });
  });

  it('a deletion by a clock that is years ahead is purged too', async () => {
    const note = coach.note(rep);
    await coach.push(note, deleteRecord(note, time + 4000 * DAY));
    expect(await purge()).toBe(0);
    time += 91 * DAY;
    expect(await purge()).toBe(1);
  });

  it('records that are not deleted stay', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    time += 1000 * DAY;
    expect(await purge()).toBe(0);
    expect((await rep.pull()).records).toEqual([note]);
  });
});

describe('a device that was away for longer', () => {
  it('a device that was away learns that the record is gone, whoever wrote it, whether or not it had seen the deletion', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    const before = { coach: (await coach.pull()).cursor, rep: (await rep.pull()).cursor };
    await erase(note);
    const after = (await rep.pull()).cursor;
    time += 91 * DAY;
    await purge();
    for (const page of [
      await coach.pull(before.coach),
      await rep.pull(before.rep),
      await rep.pull(after),
      await rep.pull(),
    ]) {
      expect(page).toMatchObject({ records: [], removed: [note.id] });
    }
  });

  it('a device that was away cannot bring the record back, with none of its versions', async () => {
    const note = coach.note(rep);
    await coach.push(note);
    await erase(note);
    time += 91 * DAY;
    await purge();
    for (const back of [
      note,
      { ...note, rev: 2 },
      reviseRecord(note, note.body, time),
      { ...note, rev: 9 },
    ]) {
      expect(await coach.push(back)).toMatchObject([{ status: 'refused', code: 'immutable' }]);
    }
    expect(await coach.push(deleteRecord(note, time))).toMatchObject([{ status: 'accepted' }]);
    expect(await rep.push({ ...rep.note(rep), id: note.id })).toMatchObject([{ status: 'refused' }]);
    expect((await rep.pull()).records).toEqual([]);
  });

  it('a device that was away ends without the record; what its author wrote meanwhile is set aside for them to keep', async () => {
    const [quiet, edited] = [coach.note(rep, { createdAt: time }), coach.note(rep, { createdAt: time })];
    const device = await deviceOf(coach);
    for (const note of [quiet, edited]) await saveOwn(device.db, note);
    expect(await device.sync()).toMatchObject({ ok: true, pushed: 2 });
    const words = reviseRecord(
      edited,
      { ...edited.body, observation: 'Written far from any network.' },
      time,
    );
    await saveOwn(device.db, words);
    await erase(quiet, edited);
    time += 400 * DAY;
    await purge();
    for (let i = 0; i < 3; i += 1) expect(await device.sync()).toMatchObject({ ok: true });
    expect(await device.db.records.get(quiet.id)).toBeUndefined();
    expect(await outbox(device.db, team.workspaceId)).toMatchObject({
      waiting: 0,
      refused: [{ id: edited.id, body: { observation: 'Written far from any network.' } }],
    });
    expect((await (await team.signIn(coach)).pull()).records).toEqual([]);
  });
});

describe('the files', () => {
  it('the files hold no erased word: not in free pages, not in the write-ahead log, not in a later backup', async ({
    skip,
  }) => {
    // Elsewhere the files are the database server's (docs/server.md).
    if (store.options.databaseUrl !== undefined) skip();
    // Some that fill a row, some that fill pages of their own.
    const notes = [50, 5000, 50_000].flatMap(length =>
      Array.from({ length: 15 }, () => ({ ...coach.note(rep), note: 'CANARY '.repeat(length / 7) })),
    );
    for (const note of notes) expect(await coach.push(note)).toMatchObject([{ status: 'accepted' }]);
    expect(await canaries()).toBeGreaterThan(0);
    await erase(...notes);
    expect(await canaries()).toBe(0);
    time += 91 * DAY;
    await purge();
    expect(await canaries()).toBe(0);
    const file = join(store.options.dataDir ?? '', 'backup');
    await backup(db(), file, undefined, time);
    expect(await canaries()).toBe(0);
  });

  it('the files hold no name of somebody who was erased altogether', async ({ skip }) => {
    if (store.options.databaseUrl !== undefined) skip();
    const leaver = await team.join('CANARY Leaver', ['coachee']);
    expect(await canaries()).toBeGreaterThan(0);
    const { auth, hub } = team.server.context;
    const headers = new Headers({ cookie: team.owner.cookie });
    const { workspaceId } = team;
    const who = { workspaceId, memberId: leaver.id, by: team.owner.id };
    await eraseAltogether({ auth, db: db() }, hub, headers, who, time);
    expect(await canaries()).toBe(0);
  });

  async function canaries(): Promise<number> {
    const folder = store.options.dataDir ?? '';
    const files = await readdir(folder);
    const found = await Promise.all(
      files.map(async file => (await readFile(join(folder, file))).includes('CANARY')),
    );
    return found.filter(Boolean).length;
  }
});

async function deviceOf(member: TestMember) {
  const device = freshDb();
  const { url: server, workspaceId } = team;
  await saveIdentity(device, { ...(await loadIdentity(device)), workspaceId, memberId: member.id, server });
  const account = { server, token: member.token, workspaceId, memberId: member.id };
  return { db: device, sync: () => syncOnce({ db: device, account, fetch, now: () => time }) };
}
