/** When this person wants to be reminded, on this device. */
import { DEFAULT_REMINDERS, type ReminderSettings } from '#lib/coaching/due/reminders.ts';
import type { SidelineDb } from '#lib/store/db.ts';

const KEY = 'reminders';

export async function loadReminders(db: SidelineDb): Promise<ReminderSettings> {
  // Only saveReminders writes this key, so its shape is known.
  return ((await db.meta.get(KEY))?.value as ReminderSettings | undefined) ?? DEFAULT_REMINDERS;
}

export async function saveReminders(db: SidelineDb, settings: ReminderSettings): Promise<void> {
  await db.meta.put({ key: KEY, value: settings });
}
