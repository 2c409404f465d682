/** When this person wants reminders on this device. */
import { restDays } from '#lib/coaching/calendar.ts';
import { DEFAULT_REMINDERS, type ReminderSettings } from '#lib/coaching/due/reminders.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    reminders: ReminderSettings;
  }
}

/** What was set here; else as the workspace has it, and quiet on its days of rest. */
export async function loadReminders(
  db: SidelineDb,
  identity: Pick<Identity, 'settings'>,
): Promise<ReminderSettings> {
  const { calendar, quiet } = rulesOf(identity);
  const usual = { quietFrom: quiet.from, quietTo: quiet.to, quietDays: restDays(calendar) };
  return (await readMeta(db, 'reminders')) ?? { ...DEFAULT_REMINDERS, ...usual };
}

export async function saveReminders(db: SidelineDb, settings: ReminderSettings): Promise<void> {
  await writeMeta(db, 'reminders', settings);
}
