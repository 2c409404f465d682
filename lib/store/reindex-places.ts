/**
 * Files every row under the key that its artifact has by today's rules (`currentKey`). Needed whenever those rules change:
 * add a version to db.ts that runs this again. Unlike the other upgrades it means to use today's code, because what it
 * writes must equal what rows written today get.
 */
import type { Transaction } from 'dexie';
import { currentKey } from '#lib/artifacts/identify/current-key.ts';
import type { Draft } from './drafts.ts';
import { derivedFields, type StoredRecord, toEnvelope } from './row/row.ts';

/** Rows per step: all rows at once would not fit into a small device's memory. */
const SLICE = 500;

export async function reindexPlaces(transaction: Transaction): Promise<void> {
  const records = transaction.table<StoredRecord, string>('records');
  const ids = await records.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += SLICE) {
    const rows = await records.bulkGet(ids.slice(start, start + SLICE));
    const moved = rows.flatMap(row => (row?.place === undefined ? [] : movedRow(row)));
    if (moved.length > 0) await records.bulkPut(moved);
  }
  await transaction
    .table<Draft, string>('drafts')
    .toCollection()
    .modify(draft => {
      if (draft.place !== undefined) draft.place = currentKey({ key: draft.place });
    });
}

function movedRow(row: StoredRecord): StoredRecord[] {
  const derived = derivedFields(toEnvelope(row));
  if (derived.place === undefined) return [];
  return derived.place === row.place && derived.address === row.address ? [] : [{ ...row, ...derived }];
}
