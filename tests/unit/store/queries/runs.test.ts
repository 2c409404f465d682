import { expect, it } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { runRecords } from '#lib/store/queries/runs.ts';
import { toRow } from '#lib/store/row/row.ts';
import {
  behaviour,
  CORA,
  commitment,
  DAY,
  evidence,
  log,
  MONDAY,
  make,
  note,
  ROB,
  ruling,
} from '#testing/records.ts';
import { freshDb } from '../open.ts';

const FROM = MONDAY - 10 * DAY;

async function readBack(records: Envelope[], people: string[]): Promise<string[]> {
  const db = freshDb();
  await db.records.bulkPut(records.map(record => toRow(record, { sync: 'accepted' })));
  return (await runRecords(db, 'team', people, FROM)).map(({ id }) => id).sort();
}

it('reads entries, proof and decisions of these people and of nobody else, no further back than asked', async () => {
  const decision = (about: string) =>
    make('decision', { changes: 'process', text: 'One brief', ownerId: CORA, dueAt: MONDAY }, { about });
  const theirs = [
    log(),
    log({ behaviourId: 'another' }),
    evidence(log()),
    decision(ROB),
    ruling({ key: 'k' }),
  ];
  const others = [
    log({}, { at: FROM - 1 }),
    log({}, { by: CORA, about: CORA }),
    decision(CORA),
    evidence(log(), {}, { by: CORA }),
    note(),
    commitment(note()),
    behaviour(),
    { ...log(), deletedAt: MONDAY },
  ];
  expect(await readBack([...theirs, ...others], [ROB])).toEqual(theirs.map(({ id }) => id).sort());
  expect(await readBack(theirs, [])).toEqual([]);
});
