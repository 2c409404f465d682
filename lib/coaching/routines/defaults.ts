/** The numbers of the rules about routines, in one place. They are the same in every workspace. */
import { HOUR } from '#lib/time.ts';

export const ROUTINE_NUMBERS = {
  /** A routine that takes longer warns: it will not survive a full week (R129), minutes. */
  routineMinutes: 15,
  /** So does a day whose routines take longer together (R129), minutes. */
  dayMinutes: 45,
  /** How long before its time a routine shows in Today, in ms. */
  showBefore: 4 * HOUR,
  /** How long after its time a run is still asked about; later it is history, in days. */
  askDays: 1,
} as const;
