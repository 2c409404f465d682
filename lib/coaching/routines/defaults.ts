/** The numbers of the rules about routines, in one place; a workspace may have its own. */
export interface RoutineNumbers {
  /** A routine that takes longer warns: it will not survive a full week (R129), minutes. */
  routineMinutes: number;
  /** So does a day whose routines take longer together (R129), minutes. */
  dayMinutes: number;
  /** A coaching talk that takes longer is a session, and no reflex any more (R046), minutes. */
  reflexMinutes: number;
  /** How long before its time a routine shows in Today, in ms. */
  showBefore: number;
  /** How long after its time a run is still asked about; later it is history, in days. */
  askDays: number;
}

export const DEFAULT_ROUTINE_NUMBERS: RoutineNumbers = {
  routineMinutes: 15,
  dayMinutes: 45,
  reflexMinutes: 15,
  showBefore: 4 * 3_600_000,
  askDays: 1,
};
