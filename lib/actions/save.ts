import { ask } from '#lib/messages/ask.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** Saves one's own records durably on this device, all or none, and asks for a sync. Errors are those of saveOwn. */
export async function save(db: SidelineDb, ...records: Envelope[]): Promise<void> {
  await db.transaction('rw', db.records, async () => {
    for (const record of records) await saveOwn(db, record);
  });
  requestSync();
}

/** The record is safe even if this fails: if the background misses the message, the next wake-up syncs it. */
export function requestSync(): void {
  ask('sync.now', null).catch((error: unknown) => console.warn('[sideline] no background:', error));
}
