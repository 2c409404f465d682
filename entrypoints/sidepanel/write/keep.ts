import { ask } from '#lib/messages/ask.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** Saves a record of one's own, durable on this device, and lets it go out. Errors are those of saveOwn. */
export async function keep(db: SidelineDb, record: Envelope): Promise<StoredRecord> {
  const kept = await saveOwn(db, record);
  // It is saved, whatever becomes of the sending: the next wake-up takes it along.
  ask('sync.now', null).catch((error: unknown) => console.warn('[sideline] no background:', error));
  return kept;
}
