import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRecord, reviseRecord } from '#lib/records/create.ts';
import { openDb, type SidelineDb } from '#lib/store/db.ts';
import { recordsAt, saveOwn } from '#lib/store/records.ts';

let db: SidelineDb;
beforeEach(() => {
  db = openDb(`records-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

test('a note is found at its place', async () => {
  const note = createRecord(
    {
      type: 'note',
      workspaceId: 'w',
      authorId: 'ann',
      subjectId: 'bob',
      audience: 'pair',
      body: {
        kind: 'correction',
        artifact: { kind: 'doc', site: 'page', key: 'https://a|1', url: 'https://a', title: 't' },
        anchor: { kind: 'whole' },
        observation: 'o',
        impact: 'i',
        nextAction: 'n',
      },
    },
    1,
  );
  const row = await saveOwn(db, note);
  expect(row.sync).toBe('pending');
  expect(await recordsAt(db, 'w', 'https://a|1')).toHaveLength(1);
  const again = await saveOwn(db, reviseRecord(row, { ...note.body, impact: 'x' }, 2));
  expect(again.rev).toBe(1);
  expect(again.former).toHaveLength(1);
});
