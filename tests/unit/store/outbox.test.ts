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

test('the outbox counts what is waiting and lists what was refused or is stale', async () => {
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

describe('a stale text', () => {
  const stale = () => ({ ...refused(), sync: 'stale' as const, theirs });

  test('keepMine rebases the stale text onto the server’s and sends it', async () => {
    const db = freshDb();
    await db.records.put(stale());
    expect(await keepMine(db, 'n', 2000)).toMatchObject({
      sync: 'pending',
      rev: 8,
      // The other device's clock is ahead of ours, and a version is never older than the one it follows.
      updatedAt: 9000,
      body: { observation: 'mine' },
      base: { rev: 7 },
    });
    expect((await db.records.get('n'))?.theirs).toBeUndefined();
  });

  test('keepTheirs replaces the stale text with the server’s', async () => {
    const db = freshDb();
    await db.records.put(stale());
    const row = await keepTheirs(db, 'n');
    expect(row).toMatchObject({ sync: 'accepted', rev: 7, body: { observation: 'theirs' } });
  });

  test('a stale text can be decided only once', async () => {
    const db = freshDb();
    await db.records.put(stale());
    await keepTheirs(db, 'n');
    await expect(keepMine(db, 'n', 2000)).rejects.toThrow(RecordMovedOnError);
    await expect(keepTheirs(db, 'missing')).rejects.toThrow(RecordMovedOnError);
  });
});

describe('a refused change', () => {
  test('discarding a refused change brings back what the server holds', async () => {
    const db = freshDb();
    await db.records.put(refused({ theirs }));
    await discardRefused(db, 'n');
    expect(await db.records.get('n')).toMatchObject({ sync: 'accepted', body: { observation: 'theirs' } });
  });

  test('discarding a refused change requeues the last accepted text if the server shows none', async () => {
    const db = freshDb();
    await db.records.put(refused({ rev: 8, base: theirs }));
    expect(await discardRefused(db, 'n')).toMatchObject({ sync: 'pending', lostUpstream: true, rev: 7 });
  });

  test('discarding a refused change deletes the row if no version was ever accepted', async () => {
    const db = freshDb();
    await db.records.put(refused());
    expect(await discardRefused(db, 'n')).toBeUndefined();
    expect(await db.records.count()).toBe(0);
  });

  test('a refused change can be sent again, revised or unchanged', async () => {
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

describe('a refused text that a restored server lost and replaced', () => {
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

  test('resending a refused text asks its author first if a restored server now holds another text', async () => {
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

  test('resending a refused text rebases it onto an ancestor or accepts the same words', async () => {
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

test('the export contains every record that no server has, exactly as it would be sent', async () => {
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
