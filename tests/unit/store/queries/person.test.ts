import { describe, expect, test } from 'vitest';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { personRecords } from '#lib/store/queries/person.ts';
import { answersInDepth } from '#lib/store/queries/records.ts';
import { acceptedRow } from '#lib/store/row/change.ts';
import {
  answer,
  behaviour,
  CORA,
  commitment,
  evidence,
  log,
  MONDAY,
  note,
  ROB,
  verdict,
} from '../../coaching/records.ts';
import { freshDb } from '../open.ts';

const put = (db: ReturnType<typeof freshDb>, records: Envelope[]) =>
  db.records.bulkPut(records.map(record => acceptedRow(record, 1)));
const ids = (rows: { id: string }[]) => rows.map(row => row.id).sort();

/** A whole loop, of which only the answer and the promise name the note. */
function wholeLoop() {
  const said = note();
  const promise = commitment(said);
  const proof = evidence(promise);
  return [said, answer(said), promise, proof, verdict(promise, {}, { refs: [proof.id] })];
}

describe('what follows from a note', () => {
  test('is found however many records stand between', async () => {
    const db = freshDb();
    const [said, ...rest] = wholeLoop();
    await put(db, [said as Envelope, ...rest, ...wholeLoop()]);
    expect(ids(await answersInDepth(db, 'team', [said?.id ?? '']))).toEqual(ids(rest));
    expect(await answersInDepth(db, 'team', [])).toEqual([]);
  });

  test('ends where records refer to each other in a ring', async () => {
    const db = freshDb();
    const one = { ...commitment({ id: 'note' }, {}, { id: 'one' }), refs: ['note', 'two'] };
    const two = { ...commitment({ id: 'one' }, {}, { id: 'two' }), refs: ['one'] };
    await put(db, [one, two]);
    expect(ids(await answersInDepth(db, 'team', ['note']))).toEqual(['one', 'two']);
  });
});

describe('one person’s practice', () => {
  test('holds all that the loops on their work are computed from, and nobody else’s', async () => {
    const db = freshDb();
    const loop = wholeLoop();
    const own = [behaviour({}, { by: CORA, about: ROB }), log()];
    const others = [note({}, { about: 'zoe' }), log({}, { by: 'zoe', about: 'zoe' })];
    await put(db, [...loop, ...own, ...others]);
    const records = await personRecords(db, 'team', ROB);
    expect(ids(records)).toEqual(ids([...loop, ...own]));
    expect(loopsOf(records, MONDAY).map(({ loop }) => loop.state)).toEqual(['closed']);
  });

  test('is read in a bounded number of rows among ten thousand notes', async () => {
    const db = freshDb();
    const notes = Array.from({ length: 10_000 }, (_, i) =>
      note({}, { id: `n${i}`, at: MONDAY + i, about: i % 2 ? ROB : 'zoe' }),
    );
    await put(db, notes);
    let read = 0;
    db.records.hook('reading', row => {
      // Asked for by an id that is not there, it is no row.
      if (row) read += 1;
      return row;
    });
    const records = await personRecords(db, 'team', ROB);
    expect(records).toHaveLength(200);
    expect(read).toBe(200);
    expect(records.some(record => record.id === 'n9999')).toBe(true);
  });
});
