/** Rows are stored as they are, whatever is in them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '#server/store/database.ts';
import { insertRows } from '#server/store/insert-rows.ts';
import { migrate } from '#server/store/migrations.ts';
import { emptyStore } from '#testing/server/empty-store.ts';

let database: Database;
beforeAll(async () => {
  const store = { databaseUrl: undefined, databasePool: 2, dataDir: ':memory:', ...(await emptyStore()) };
  database = openDatabase(store, () => {});
  await migrate(database.db);
});
afterAll(() => database.close());

const TEXTS = [
  'plain',
  '',
  'null',
  'NULL',
  '"quoted"',
  "it's",
  'a,b',
  '{braces}',
  ' spaces ',
  'back\\slash \\n \\u0041',
  'line\nfeed\tand tab\u0001',
  '\u007f\u0085',
  'emoji 👩‍🚀 and ünï',
  JSON.stringify({ text: 'a "word"\n\u2028 with \\ and 👩‍🚀', more: [null, 1.5] }),
  '$1 ? :name',
];

it.each([
  ['one by one', TEXTS.map(text => [text])],
  ['all at once', [TEXTS]],
])('%s', async (how, batches) => {
  const { db } = database;
  for (const texts of batches) {
    const rows = texts.map(record_id => ({ workspace_id: how, ref_id: 'x', record_id }));
    await insertRows(db, 'refs', ['workspace_id', 'ref_id', 'record_id'], rows);
  }
  const stored = await db.selectFrom('refs').select('record_id').where('workspace_id', '=', how).execute();
  expect(stored.map(row => row.record_id).sort()).toEqual([...TEXTS].sort());
});

it('any number of rows is written', async () => {
  const { db } = database;
  for (const count of [0, 1, 9, 10, 49, 50, 163]) {
    const rows = Array.from({ length: count }, (_, i) => ({
      workspace_id: 'c',
      ref_id: `${count}`,
      record_id: `${i}`,
    }));
    await insertRows(db, 'refs', ['workspace_id', 'ref_id', 'record_id'], rows, 'on conflict do nothing');
    const stored = await db.selectFrom('refs').selectAll().where('ref_id', '=', `${count}`).execute();
    expect(stored).toHaveLength(count);
  }
});

it('numbers, and nothing where there is nothing', async () => {
  const { db } = database;
  const rows = [
    { workspace_id: 'n', n: 1, at: 2 ** 52, kind: 'send', actor_id: null, hash: 'h' },
    { workspace_id: 'n', n: 2, at: 0, kind: 'send', actor_id: 'null', hash: 'h' },
  ].map(row => ({ ...row, subject_id: null, type: null, target_id: null, detail: null }));
  const columns = [
    'workspace_id',
    'n',
    'at',
    'kind',
    'hash',
    'actor_id',
    'subject_id',
    'type',
    'target_id',
    'detail',
  ] as const;
  await insertRows(db, 'audit', columns, rows);
  expect(
    await db.selectFrom('audit').selectAll().where('workspace_id', '=', 'n').orderBy('n').execute(),
  ).toEqual(rows);
});
