import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { deleteRecord, reviseRecord } from '#lib/records/create.ts';
import { SOLO_MEMBER, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { isStorageFull, NotYoursError, RecordNotValidError, StorageFullError } from '#lib/store/errors.ts';
import { recordsAt } from '#lib/store/queries/records.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { freshDb } from './open.ts';
import { note, PLACE, unknownRecord } from './rows.ts';

const edited = (record: ReturnType<typeof note>, text: string, now = 2000) =>
  reviseRecord(record, { ...record.body, observation: text }, now);

describe('a new record', () => {
  test('a new record waits for the server in a team, and stays on the device without one', async () => {
    const db = freshDb();
    expect((await saveOwn(db, note())).sync).toBe('pending');
    const alone = note({ workspaceId: SOLO_WORKSPACE, authorId: SOLO_MEMBER, subjectId: SOLO_MEMBER });
    expect((await saveOwn(db, alone)).sync).toBe('local');
  });

  test('a new record is in the database when saveOwn resolves', async () => {
    const db = freshDb();
    const row = await saveOwn(db, note({ id: 'n' }));
    expect(await db.records.get('n')).toEqual(row);
    expect(row.place).toBe(PLACE);
  });

  test('saving a new record twice makes one record', async () => {
    const db = freshDb();
    await saveOwn(db, note({ id: 'n', at: 1 }));
    const again = await saveOwn(db, note({ id: 'n', at: 2 }));
    expect(again.rev).toBe(1);
    expect(again.createdAt).toBe(1);
    expect(await recordsAt(db, 'team', [PLACE])).toHaveLength(1);
  });

  test('a record that every server would refuse is not saved', async () => {
    const db = freshDb();
    await expect(saveOwn(db, note({ text: 'x'.repeat(5000) }))).rejects.toThrow(RecordNotValidError);
    await expect(saveOwn(db, unknownRecord('big', { body: { text: 'x'.repeat(70_000) } }))).rejects.toThrow(
      RecordNotValidError,
    );
    expect(await db.records.count()).toBe(0);
  });
});

describe('a change', () => {
  test('a record rewritten before the server has it stays at its first revision', async () => {
    const db = freshDb();
    const first = note({ id: 'n' });
    await saveOwn(db, first);
    await saveOwn(db, edited(first, 'one'));
    const row = await saveOwn(db, { ...edited(first, 'two'), rev: 3 });
    expect(row).toMatchObject({ rev: 1, sync: 'pending', body: { observation: 'two' } });
    expect(row.past).toHaveLength(2);
  });

  test('an accepted record rewritten several times stays one revision above the server’s', async () => {
    const db = freshDb();
    const first = { ...note({ id: 'n' }), rev: 4 };
    await db.records.put(acceptedRow(first, 1));
    await saveOwn(db, edited(first, 'one'));
    const row = await saveOwn(db, edited(first, 'two'));
    expect(row).toMatchObject({ rev: 5, sync: 'pending', base: { rev: 4 } });
  });

  test('a revised record does not contain the local fields of its old row', async () => {
    const db = freshDb();
    await db.records.put({ ...acceptedRow(note({ id: 'n' }), 1), unconfirmed: 'awaited', round: 'r' });
    const row = await db.records.get('n');
    if (!row) throw new Error('no row');
    const next = await saveOwn(db, reviseRecord(row, { ...row.body, observation: 'new' }, 2));
    expect(next.unconfirmed).toBeUndefined();
    expect(Object.keys(toEnvelope(next)).sort()).toEqual(Object.keys(note()).sort());
  });

  test('a change is never older than the version it follows, whatever the clock says', async () => {
    const db = freshDb();
    await db.records.put(acceptedRow(note({ id: 'n', at: 5000 }), 1));
    const row = await saveOwn(db, edited(note({ id: 'n', at: 5000 }), 'new', 3000));
    expect(row.updatedAt).toBe(5000);
  });

  test('rewriting a stale record leaves it stale, unless it now says the same as the server’s', async () => {
    const db = freshDb();
    const theirs = { ...note({ id: 'n', text: 'theirs' }), rev: 2 };
    await db.records.put({ ...acceptedRow(note({ id: 'n', text: 'mine' }), 1), sync: 'stale', theirs });
    expect(await saveOwn(db, edited(note({ id: 'n' }), 'mine, better'))).toMatchObject({
      sync: 'stale',
      theirs,
      body: { observation: 'mine, better' },
    });
    const same = await saveOwn(db, edited(note({ id: 'n' }), 'theirs'));
    expect(same).toMatchObject({ sync: 'accepted', rev: 2 });
  });

  test('deleting a record removes its words at once, while the tombstone waits to be sent', async () => {
    const db = freshDb();
    await saveOwn(db, note({ id: 'n', text: 'secret words' }));
    const row = await saveOwn(db, deleteRecord(note({ id: 'n' }), 2000));
    expect(row).toMatchObject({ sync: 'pending', deletedAt: 2000, body: {} });
    expect(JSON.stringify(await db.records.toArray())).not.toContain('secret words');
  });

  test('nobody can change somebody else’s record', async () => {
    const db = freshDb();
    await db.records.put(acceptedRow(note({ id: 'n', authorId: 'bob' }), 1));
    await expect(saveOwn(db, note({ id: 'n', authorId: 'ann' }))).rejects.toThrow(NotYoursError);
    await expect(saveOwn(db, note({ id: 'n', authorId: 'bob', workspaceId: 'other' }))).rejects.toThrow(
      NotYoursError,
    );
  });
});

describe('a full disk', () => {
  const quota = () => new DOMException('full', 'QuotaExceededError');
  test.each([
    ['the browser’s own error', quota()],
    ['Dexie’s', new Dexie.QuotaExceededError('full')],
    ['an aborted transaction', Object.assign(new Dexie.AbortError('aborted'), { inner: quota() })],
    ['one of many writes', Object.assign(new Error('bulk'), { failures: [new Error('x'), quota()] })],
    ['failures by position', Object.assign(new Error('bulk'), { failuresByPos: { 3: quota() } })],
    ['an old code', Object.assign(new Error('x'), { code: 22 })],
    ['words only', new DOMException('Encountered full disk while opening backing store', 'UnknownError')],
    ['a cause', new Error('outer', { cause: quota() })],
  ])('a full disk is recognised by %s', (_name, error) => {
    expect(isStorageFull(error)).toBe(true);
  });

  test('other errors are not mistaken for a full disk', () => {
    const loop: { inner?: unknown; name: string } = { name: 'Error' };
    loop.inner = loop;
    for (const error of [new TypeError('x'), undefined, 'QuotaExceededError', loop]) {
      expect(isStorageFull(error)).toBe(false);
    }
  });

  test('a full disk keeps what was there and nothing of the change', async () => {
    const db = freshDb();
    await saveOwn(db, note({ id: 'n', text: 'before' }));
    db.records.hook('updating', () => {
      throw quota();
    });
    db.records.hook('creating', () => {
      throw quota();
    });
    await expect(saveOwn(db, edited(note({ id: 'n' }), 'after'))).rejects.toThrow(StorageFullError);
    await expect(saveOwn(db, note({ id: 'm' }))).rejects.toThrow(StorageFullError);
    expect((await db.records.toArray()).map(row => row.body.observation)).toEqual(['before']);
  });
});
