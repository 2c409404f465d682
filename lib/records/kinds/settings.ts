/**
 * The settings of a workspace, which its owner writes for everybody (R194). What is missing is as in
 * lib/coaching/settings/defaults.ts. An owner has one such record a workspace, under an id derived from both; of
 * today's owners the latest counts.
 */
import { z } from '../zod.ts';

const from1to = (most: number) => z.int().min(1).max(most);
const hours = from1to(24 * 14);
const days = from1to(366);
const weekday = z.int().min(0).max(6);
/** Minutes after midnight. */
const minutes = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

export const settingsBody = z.looseObject({
  /** The whole workspace's time zone, an IANA name; absent: each device's own. */
  timeZone: z.string().min(1).max(64).optional(),
  /** The weekday on which a week begins, 0 is Sunday; absent: as it is where the device is. */
  weekStart: weekday.optional(),
  /** The weekdays on which nobody works; absent: likewise. */
  restDays: z.array(weekday).max(6).optional(),
  /** Who sees a note about somebody unless its author chooses otherwise. */
  audience: z.enum(['pair', 'coaches']).optional(),
  /** Quiet hours, from and to; a person may set their own on a device. */
  quietFrom: minutes.optional(),
  quietTo: minutes.optional(),
  /** The most notes that one person gets a day from others. */
  notesADay: from1to(20).optional(),
  /** The fewest people whom a figure about a group may be about. */
  peopleInFigures: z.int().min(3).max(50).optional(),
  /** The clocks of a loop: the note after its moment, the answer, the reply, the promise, and the coach's verdict. */
  noteHours: hours.optional(),
  answerHours: hours.optional(),
  replyHours: hours.optional(),
  commitmentHours: hours.optional(),
  verdictDays: days.optional(),
  /** The days within which the same correction counts as a repeat. */
  patternDays: days.optional(),
  /** When something stands still: working days without an entry, days past a promise, days without a note. */
  noEntryDays: days.optional(),
  overdueDays: days.optional(),
  silentDays: days.optional(),
});
