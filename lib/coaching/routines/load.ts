/** How much of a day routines take, with a warning where it is more than a busy day bears (R129). */
import { addDays, type Day } from '#lib/coaching/calendar.ts';
import type { Routine } from '#lib/records/types.ts';
import { ROUTINE_NUMBERS } from './defaults.ts';
import { type Around, occasionsOf } from './occasions.ts';

export interface Load {
  /** The fullest day of the week that was looked at, and its minutes. */
  day: Day;
  minutes: number;
  /** More than a day bears. */
  tooMuch: boolean;
  /** Routines that are too long each for themselves. */
  long: Routine[];
}

/**
 * The planned minutes of the fullest day from `from` on, a week long. Routines that wait for an event are not counted:
 * nobody knows when it comes.
 */
export function loadOf(routines: readonly Routine[], from: Day, around: Around): Load {
  const byDay = new Map<Day, number>();
  for (const routine of routines) {
    for (const { day } of occasionsOf(routine, from, addDays(from, 6), { ...around, happened: [] })) {
      byDay.set(day, (byDay.get(day) ?? 0) + routine.body.minutes);
    }
  }
  const [day, minutes] = [...byDay].sort(([, a], [, b]) => b - a)[0] ?? [from, 0];
  return {
    day,
    minutes,
    tooMuch: minutes > ROUTINE_NUMBERS.dayMinutes,
    long: routines.filter(({ body }) => body.minutes > ROUTINE_NUMBERS.routineMinutes),
  };
}
