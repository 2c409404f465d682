/** Opens databases that older versions of the extension left behind. */
import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import { openDb, type SidelineDb } from '#lib/store/db.ts';
import { draftsAt } from '#lib/store/drafts.ts';
import { readMeta } from '#lib/store/meta.ts';
import { recordsAt } from '#lib/store/queries/records.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { quarantinedRecords, readSyncMeta } from '#lib/store/sync-meta.ts';
import { note, unknownRecord } from './rows.ts';

/** The schema that was shipped. Never change it. */
const VERSION_1 = {
  records:
    'id,[workspaceId+place+createdAt+id],[workspaceId+type+createdAt+id],[workspaceId+type+subjectId+createdAt+id],[workspaceId+type+authorId+createdAt+id],[workspaceId+sync],[workspaceId+echo],*refs',
  drafts: 'id,workspaceId',
  meta: 'key',
};

/** Fills a database of version 1 and opens it with today's code. */
async function upgraded(tables: Record<string, object[]>): Promise<SidelineDb> {
  const name = `old-${crypto.randomUUID()}`;
  const old = new Dexie(name, { indexedDB, IDBKeyRange });
  old.version(1).stores(VERSION_1);
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkPut(rows);
  old.close();
  const db = openDb(name, { indexedDB, IDBKeyRange });
  onTestFinished(() => db.delete());
  return db;
}

test('a row of version 1 keeps everything and gets the new names', async () => {
  const record = note({ id: 'n' });
  const rest = { place: record.body.artifact.key, past: ['x'], round: 'r', receivedAt: 5 };
  const db = await upgraded({
    records: [
      { ...record, ...rest, id: 'plain', sync: 'accepted' },
      { ...record, ...rest, id: 'lost', sync: 'pending', again: true },
      { ...record, ...rest, id: 'due', sync: 'accepted', echo: 'due' },
      { ...record, ...rest, id: 'late', sync: 'stale', theirs: record, base: record, echo: 'late' },
    ],
  });
  expect(await db.records.orderBy('id').toArray()).toEqual([
    { ...record, ...rest, id: 'due', sync: 'accepted', unconfirmed: 'awaited' },
    { ...record, ...rest, id: 'late', sync: 'stale', theirs: record, base: record, unconfirmed: 'missed' },
    { ...record, ...rest, id: 'lost', sync: 'pending', lostUpstream: true },
    { ...record, ...rest, id: 'plain', sync: 'accepted' },
  ]);
});

test('after the upgrade the new index finds the unconfirmed rows', async () => {
  const db = await upgraded({
    records: [
      { ...note({ id: 'a' }), sync: 'accepted', echo: 'late' },
      { ...note({ id: 'b' }), sync: 'accepted' },
    ],
  });
  const found = db.records.where('[workspaceId+unconfirmed]').equals(['team', 'missed']);
  expect(await found.primaryKeys()).toEqual(['a']);
});

test('a record that has a field of its own with one of the new names is still sent unchanged', async () => {
  const strange = { ...unknownRecord('x'), lostUpstream: 'no', unconfirmed: { by: 'bob' } };
  const kept = { echo: 'in the mountains' };
  const db = await upgraded({ records: [{ ...strange, kept, sync: 'accepted', echo: 'due' }] });
  const row = await db.records.get('x');
  expect(row).toMatchObject({ sync: 'accepted', unconfirmed: 'awaited' });
  expect(row && toEnvelope(row)).toEqual({ ...strange, ...kept });
});

test('the state of the sync survives the upgrade, including a full resync in progress', async () => {
  const db = await upgraded({
    meta: [
      { key: 'sync|team', value: { session: 's', cursor: 'c', seq: 7, round: { id: 'r', afterLoss: true } } },
      { key: 'sync|other', value: { session: 't', cursor: 'd' } },
      { key: 'sync', value: { state: 'ok', at: 3 } },
    ],
  });
  const place = { session: 's', cursor: 'c', seq: 7, resync: { id: 'r', afterLoss: true } };
  expect(await readSyncMeta(db, 'team')).toEqual(place);
  expect(await readSyncMeta(db, 'other')).toEqual({ session: 't', cursor: 'd' });
  expect(await readMeta(db, 'sync')).toEqual({ state: 'ok', at: 3 });
});

test('quarantined records, drafts and settings survive the upgrade', async () => {
  const entries = [{ id: 'x', reason: 'too deep', at: 1 }];
  const draft = { id: 'team|ann|p', workspaceId: 'team', place: 'p', body: 'half', updatedAt: 1 };
  const settings = { key: 'routine', value: [{ id: 'recognition', target: 3 }] };
  const db = await upgraded({
    drafts: [draft],
    meta: [{ key: 'aside|team', value: entries }, settings],
  });
  expect(await quarantinedRecords(db, 'team')).toEqual(entries);
  expect(await db.meta.get('aside|team')).toBeUndefined();
  const { place: _key, ...kept } = draft;
  expect(await db.drafts.toArray()).toEqual([kept]);
  expect(await db.meta.get('routine')).toEqual(settings);
});

test('a database with more rows than fit into one step is upgraded completely', async () => {
  const rows = Array.from({ length: 1_200 }, (_, i) => ({
    ...note({ id: `n${i}` }),
    sync: 'pending',
    again: true,
  }));
  const db = await upgraded({ records: rows });
  const lost = await db.records.filter(row => row.lostUpstream === true && !('again' in row)).count();
  expect(lost).toBe(1_200);
});

test('after the upgrade a note from an earlier session is found under its page', async () => {
  const session = 'https://crm.example/deals/17?sid=0f3b9d8e7c6a5b4f3e2d1c0b9a8f7e6d';
  const record = note({ id: 'n', place: session });
  record.body.artifact.site = 'page';
  const db = await upgraded({
    records: [{ ...record, place: session, sync: 'accepted' }],
    drafts: [
      {
        id: 'team|note|x',
        workspaceId: 'team',
        place: session,
        updatedAt: 1,
        body: { noteId: 'x', observation: 'a', impact: '', nextAction: '' },
      },
    ],
  });
  const places = ['https://crm.example/deals/17'];
  expect((await recordsAt(db, 'team', places)).map(({ id }) => id)).toEqual(['n']);
  expect((await draftsAt(db, 'team', places)).map(({ place }) => place)).toEqual(places);
});
