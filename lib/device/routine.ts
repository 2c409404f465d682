/** A coach's own routine, as they set it on this device. */
import type { SidelineDb } from '#lib/store/db.ts';

/** How many of one kind a day; the kinds are those of lib/coaching/routines/routine.ts. */
export interface RoutineTarget<Id extends string> {
  id: Id;
  target: number;
}

const KEY = 'routine';

/** What was set; undefined where nothing was. */
export async function loadRoutine<Id extends string>(
  db: SidelineDb,
): Promise<readonly RoutineTarget<Id>[] | undefined> {
  // Only saveRoutine writes this key, so its shape is known.
  return (await db.meta.get(KEY))?.value as readonly RoutineTarget<Id>[] | undefined;
}

export async function saveRoutine<Id extends string>(
  db: SidelineDb,
  routine: readonly RoutineTarget<Id>[],
): Promise<void> {
  await db.meta.put({ key: KEY, value: routine });
}
