import { describe, expect, test } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import { RecordMovedOnError } from '#lib/store/errors.ts';
import {
  discardRefused,
  exportOutbox,
  keepMine,
  keepTheirs,
  outbox,
  resendRefused,
} from '#lib/store/outbox.ts';
import { acceptedRow, firstRow } from '#lib/store/row/change.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { digest } from '#lib/store/row/versions.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { freshDb } from './open.ts';
import { note } from './rows.ts';

const refused = (changes: Partial<StoredRecord> = {}): StoredRecord => ({
  ...firstRow(note({ id: 'n', text: 'mine' })),
  sync: 'refused',
  refusal: { code: 'too-late', message: 'Ten minutes are over.' },
  ...changes,
});
const theirs = { ...note({ id: 'n', text: 'theirs', at: 900 }), updatedAt: 9000, rev: 7 };

test('the outbox of a workspace: what waits, what was refused, what must be decided', async () => {
  const db = freshDb();
  await saveOwn(db, note({ id: 'a' }));
  await saveOwn(db, note({ id: 'b' }));
  await saveOwn(db, note({ id: 'c', workspaceId: 'other' }));
  await db.records.bulkPut([refused({ id: 'r' }), { ...refused({ id: 's' }), sync: 'stale', theirs }]);
  await db.records.put(acceptedRow(note({ id: 'd' }), 1));
  const box = await outbox(db, 'team');
  expect(box.waiting).toBe(2);
  expect(box.refused.map(row => row.id)).toEqual(['r']);
  expect(box.stale.map(row => row.id)).toEqual(['s']);
});

describe('a text that was written on two devices', () => {
  const stale = () => ({ ...refused(), sync: 'stale' as const, theirs });

  test('kept as mine goes out on top of the other', async () => {
    const db = freshDb();
    await db.records.put(stale());
    expect(await keepMine(db, 'n', 2000)).toMatchObject({
      sync: 'pending',
      rev: 8,
      // The other device's clock is ahead of ours; a version never has an earlier time than the one before it.
      updatedAt: 9000,
      body: { observation: 'mine' },
      base: { rev: 7 },
    });
    expect((await db.records.get('n'))?.theirs).toBeUndefined();
  });

  test('given up for the other is the server’s text', async () => {
    const db = freshDb();
    await db.records.put(stale());
    const row = await keepTheirs(db, 'n');
    expect(row).toMatchObject({ sync: 'accepted', rev: 7, body: { observation: 'theirs' } });
  });

  test('cannot be decided twice', async () => {
    const db = freshDb();
    await db.records.put(stale());
    await keepTheirs(db, 'n');
    await expect(keepMine(db, 'n', 2000)).rejects.toThrow(RecordMovedOnError);
    await expect(keepTheirs(db, 'missing')).rejects.toThrow(RecordMovedOnError);
  });
});

describe('a refused change', () => {
  test('that is given up leaves what the server holds', async () => {
    const db = freshDb();
    await db.records.put(refused({ theirs }));
    await discardRefused(db, 'n');
    expect(await db.records.get('n')).toMatchObject({ sync: 'accepted', body: { observation: 'theirs' } });
  });

  test('leaves, where the server shows nothing, the text that it had accepted before, which is offered again', async () => {
    const db = freshDb();
    await db.records.put(refused({ rev: 8, base: theirs }));
    expect(await discardRefused(db, 'n')).toMatchObject({ sync: 'pending', lostUpstream: true, rev: 7 });
  });

  test('leaves nothing where there was nothing', async () => {
    const db = freshDb();
    await db.records.put(refused());
    expect(await discardRefused(db, 'n')).toBeUndefined();
    expect(await db.records.count()).toBe(0);
  });

  test('goes out once more, revised or as it is', async () => {
    for (const text of ['mine', 'revised']) {
      const db = freshDb();
      await db.records.put(refused());
      const row = await resendRefused(db, reviseRecord(refused(), note({ text }).body, 2000));
      expect(row).toMatchObject({ sync: 'pending', rev: 1, body: { observation: text } });
      expect(row.refusal).toBeUndefined();
      await expect(resendRefused(db, row)).rejects.toThrow(RecordMovedOnError);
    }
  });
});

describe('a text that a restored server had lost and then refused, with another one in its place', () => {
  const lost = {
    ...acceptedRow({ ...note({ id: 'n', text: 'mine' }), rev: 3 }, 1),
    lostUpstream: true as const,
  };
  const other = { ...theirs, rev: 3 };
  const row = {
    ...lost,
    sync: 'refused' as const,
    refusal: { code: 'not-allowed', message: 'No.' },
    theirs: other,
  };
  const revised = (text: string) => reviseRecord(row, note({ text }).body, 2000);

  test('is not sent over it: its author is asked', async () => {
    for (const text of ['mine', 'revised']) {
      const db = freshDb();
      await db.records.put(row);
      expect(await resendRefused(db, revised(text))).toMatchObject({
        sync: 'stale',
        body: { observation: text },
        theirs: other,
      });
      expect(await keepMine(db, 'n', 3000)).toMatchObject({ sync: 'pending', rev: 4, base: other });
    }
  });

  test('is sent over what it is known to follow, and is none of its own where it says the same', async () => {
    const db = freshDb();
    await db.records.put({ ...row, past: [digest(other)] });
    expect(await resendRefused(db, revised('revised'))).toMatchObject({ sync: 'pending', rev: 4 });
    await db.records.put(row);
    expect(await resendRefused(db, reviseRecord(row, other.body, 2000))).toMatchObject({
      sync: 'accepted',
      rev: 3,
    });
  });
});

test('the export holds every record that no server has, as it would travel', async () => {
  const db = freshDb();
  const waiting = note({ id: 'a' });
  await saveOwn(db, waiting);
  await db.records.bulkPut([
    refused({ id: 'b', theirs }),
    { ...refused({ id: 'c' }), sync: 'stale', theirs },
    acceptedRow(note({ id: 'd' }), 1),
  ]);
  const lines = (await exportOutbox(db, 'team')).trim().split('\n');
  const records = lines.map(line => JSON.parse(line));
  expect(records.map(record => record.id)).toEqual(['a', 'b', 'c']);
  expect(records[0]).toEqual(waiting);
  expect(Object.keys(records[1]).sort()).toEqual(Object.keys(waiting).sort());
  expect(await exportOutbox(db, 'empty')).toBe('');
});
