/** When this person wants reminders on this device. */
import { DEFAULT_REMINDERS, type ReminderSettings } from '#lib/coaching/due/reminders.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    reminders: ReminderSettings;
  }
}

export async function loadReminders(db: SidelineDb): Promise<ReminderSettings> {
  return (await readMeta(db, 'reminders')) ?? DEFAULT_REMINDERS;
}

export async function saveReminders(db: SidelineDb, settings: ReminderSettings): Promise<void> {
  await writeMeta(db, 'reminders', settings);
}
