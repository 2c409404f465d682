import { ask } from '#lib/messages/ask.ts';
import { createRecord, type NewRecord, reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Body, isType, type RecordOf, type RecordType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** Saves one's own records durably on this device, all or none, and asks for a sync. Errors are those of saveOwn. */
export async function save(db: SidelineDb, ...records: Envelope[]): Promise<void> {
  await saveFrom(db, async () => records);
}

/**
 * Saves what `make` makes of what is stored now. Nothing is saved between its look and its writing, so that of two quick
 * changes none is lost. Errors are those of saveOwn and of `make`; then nothing was saved.
 */
export async function saveFrom(db: SidelineDb, make: () => Promise<readonly Envelope[]>): Promise<void> {
  await db.transaction('rw', db.records, async () => {
    for (const record of await make()) await saveOwn(db, record);
  });
  requestSync();
}

/** Something of which each member has one: its id follows from what it is about. */
export type Own<T extends RecordType> = Omit<NewRecord<T>, 'body'> & { id: string };

/** Revises one's own record, or makes it where it is not there. */
export async function changeOwn<T extends RecordType>(
  db: SidelineDb,
  own: Own<T>,
  bodyOf: (known: RecordOf<T> | undefined) => Body<T>,
): Promise<void> {
  await saveFrom(db, async () => [await changedOwn(db, own, bodyOf, Date.now())]);
}

/** What `changeOwn` saves, for a caller that has its own transaction. */
export async function changedOwn<T extends RecordType>(
  db: SidelineDb,
  own: Own<T>,
  bodyOf: (known: RecordOf<T> | undefined) => Body<T>,
  now: number,
): Promise<Envelope> {
  const row = await db.records.get(own.id);
  const known = row && toEnvelope(row);
  return known && isType(known, own.type)
    ? reviseRecord<Envelope>(known, bodyOf(known), now)
    : createRecord({ ...own, body: bodyOf(undefined) }, now);
}

/** The record is safe even if this fails: if the background misses the message, the next wake-up syncs it. */
export function requestSync(): void {
  ask('sync.now', null).catch((error: unknown) => console.warn('[sideline] no background:', error));
}
