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
} from '#testing/records.ts';
import { freshDb } from '../open.ts';

const put = (db: ReturnType<typeof freshDb>, records: Envelope[]) =>
  db.records.bulkPut(records.map(record => acceptedRow(record, 1)));
const ids = (rows: { id: string }[]) => rows.map(row => row.id).sort();

/** A whole loop, in which only the answer and the commitment refer to the note. */
function wholeLoop() {
  const sent = note();
  const promise = commitment(sent);
  const proof = evidence(promise);
  return [sent, answer(sent), promise, proof, verdict(promise, {}, { refs: [proof.id] })];
}

describe('the answers to a note in depth', () => {
  test('answersInDepth finds answers however many records lie between them and the note', async () => {
    const db = freshDb();
    const [sent, ...rest] = wholeLoop();
    await put(db, [sent as Envelope, ...rest, ...wholeLoop()]);
    expect(ids(await answersInDepth(db, 'team', [sent?.id ?? '']))).toEqual(ids(rest));
    expect(await answersInDepth(db, 'team', [])).toEqual([]);
  });

  test('answersInDepth ends even if records refer to each other in a circle', async () => {
    const db = freshDb();
    const one = { ...commitment({ id: 'note' }, {}, { id: 'one' }), refs: ['note', 'two'] };
    const two = { ...commitment({ id: 'one' }, {}, { id: 'two' }), refs: ['one'] };
    await put(db, [one, two]);
    expect(ids(await answersInDepth(db, 'team', ['note']))).toEqual(['one', 'two']);
  });
});

describe('one person’s practice', () => {
  test('personRecords returns all that a person’s loops need, and nobody else’s records', async () => {
    const db = freshDb();
    const loop = wholeLoop();
    const own = [behaviour({}, { by: CORA, about: ROB }), log()];
    const others = [note({}, { about: 'zoe' }), log({}, { by: 'zoe', about: 'zoe' })];
    await put(db, [...loop, ...own, ...others]);
    const records = await personRecords(db, 'team', ROB);
    expect(ids(records)).toEqual(ids([...loop, ...own]));
    expect(loopsOf(records, MONDAY).map(({ loop }) => loop.state)).toEqual(['closed']);
  });

  test('personRecords reads a bounded number of rows among ten thousand notes', async () => {
    const db = freshDb();
    const notes = Array.from({ length: 10_000 }, (_, i) =>
      note({}, { id: `n${i}`, at: MONDAY + i, about: i % 2 ? ROB : 'zoe' }),
    );
    await put(db, notes);
    let read = 0;
    db.records.hook('reading', row => {
      // The hook also runs for an id that does not exist; that is not a row.
      if (row) read += 1;
      return row;
    });
    const records = await personRecords(db, 'team', ROB);
    expect(records).toHaveLength(200);
    expect(read).toBe(200);
    expect(records.some(record => record.id === 'n9999')).toBe(true);
  });
});
