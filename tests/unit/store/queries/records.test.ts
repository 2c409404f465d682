import { describe, expect, test } from 'vitest';
import { createRecord, deleteRecord } from '#lib/records/create.ts';
import { answersTo, notesAbout, notesBy, recordsAt, recordsOfType } from '#lib/store/queries/records.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import { saveOwn } from '#lib/store/save-own.ts';
import { freshDb } from '../open.ts';
import { note, PLACE, unknownRecord } from '../rows.ts';

const ids = (rows: { id: string }[]) => rows.map(row => row.id);

describe('the records on an artifact', () => {
  test('recordsAt returns the records of this artifact and workspace, newest first', async () => {
    const db = freshDb();
    await saveOwn(db, note({ id: 'old', at: 1 }));
    await saveOwn(db, note({ id: 'new', at: 2 }));
    await saveOwn(db, note({ id: 'elsewhere', place: `${PLACE}1` }));
    await saveOwn(db, note({ id: 'other-team', workspaceId: 'other' }));
    expect(ids(await recordsAt(db, 'team', [PLACE]))).toEqual(['new', 'old']);
  });

  test('lists leave out deleted records', async () => {
    const db = freshDb();
    const row = await saveOwn(db, note({ id: 'gone' }));
    await saveOwn(db, deleteRecord(row, 5));
    expect(await recordsAt(db, 'team', [PLACE])).toEqual([]);
    expect(await recordsOfType(db, 'team', 'note')).toEqual([]);
    expect((await db.records.get('gone'))?.place).toBeUndefined();
  });
});

describe('answers', () => {
  test('answersTo finds answers by any record that they refer to, each once, newest first', async () => {
    const db = freshDb();
    const answer = (id: string, at: number, refs: string[], workspaceId = 'team') =>
      saveOwn(
        db,
        createRecord(
          {
            id,
            type: 'acknowledgement',
            workspaceId,
            authorId: 'bob',
            audience: 'pair',
            refs,
            body: { answer: 'accept', sentence: 'Yes.' },
          },
          at,
        ),
      );
    await answer('a', 1, ['n1']);
    await answer('b', 2, ['n2', 'n1']);
    await answer('c', 3, ['n3']);
    await answer('d', 4, ['n1'], 'other');
    expect(ids(await answersTo(db, 'team', ['n1', 'n2']))).toEqual(['b', 'a']);
    expect(await answersTo(db, 'team', [])).toEqual([]);
  });
});

describe('lists', () => {
  test('recordsOfType returns records of a type that this version does not know', async () => {
    const db = freshDb();
    await saveOwn(db, unknownRecord('x'));
    expect(ids(await recordsOfType(db, 'team', 'from-the-future'))).toEqual(['x']);
  });

  test('lists can be read page by page, even if records have the same time', async () => {
    const db = freshDb();
    for (const [id, at] of [
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 2],
      ['e', 3],
    ] as const) {
      await saveOwn(db, note({ id, at }));
    }
    const seen: string[] = [];
    let page = await recordsOfType(db, 'team', 'note', { limit: 2 });
    while (page.length > 0) {
      seen.push(...ids(page));
      const before = page.at(-1);
      page = await recordsOfType(db, 'team', 'note', { limit: 2, ...(before ? { before } : {}) });
    }
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(ids(await recordsOfType(db, 'team', 'note'))).toEqual(seen);
  });

  test('an inbox page among ten thousand notes reads no more rows than it shows', async () => {
    const db = freshDb();
    const rows = Array.from({ length: 10_000 }, (_, i) => {
      const people = { authorId: `coach-${i % 10}`, subjectId: `rep-${i % 7}` };
      return acceptedRow(note({ id: `n${i}`, at: i, ...people }), i);
    });
    await db.records.bulkPut(rows);
    let read = 0;
    db.records.hook('reading', row => {
      read += 1;
      return row;
    });
    const about = await notesAbout(db, 'team', 'rep-3', { limit: 50 });
    const by = await notesBy(db, 'team', 'coach-3', { limit: 50 });
    expect(read).toBe(100);
    expect(about.every(row => row.subjectId === 'rep-3')).toBe(true);
    expect(by.map(row => row.createdAt)).toEqual(Array.from({ length: 50 }, (_, i) => 9993 - i * 10));
  });
});
