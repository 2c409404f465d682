/** When this person wants reminders on this device. */
import { localCalendar, restDays } from '#lib/coaching/calendar.ts';
import { DEFAULT_REMINDERS, type ReminderSettings } from '#lib/coaching/due/reminders.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    reminders: ReminderSettings;
  }
}

/** What was set here; by default quiet on the days on which people rest where this device is. */
export async function loadReminders(db: SidelineDb): Promise<ReminderSettings> {
  return (await readMeta(db, 'reminders')) ?? { ...DEFAULT_REMINDERS, quietDays: restDays(localCalendar()) };
}

export async function saveReminders(db: SidelineDb, settings: ReminderSettings): Promise<void> {
  await writeMeta(db, 'reminders', settings);
}
