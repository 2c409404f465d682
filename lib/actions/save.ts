import { ask } from '#lib/messages/ask.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { saveOwn } from '#lib/store/save-own.ts';

/** Saves records of one's own, all or none, durable on this device, and lets them go out. Errors are those of saveOwn. */
export async function save(db: SidelineDb, ...records: Envelope[]): Promise<void> {
  await db.transaction('rw', db.records, async () => {
    for (const record of records) await saveOwn(db, record);
  });
  requestSync();
}

/** What is saved is safe whatever becomes of this: if the background does not hear it, the next wake-up syncs it. */
export function requestSync(): void {
  ask('sync.now', null).catch((error: unknown) => console.warn('[sideline] no background:', error));
}
