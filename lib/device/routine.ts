/** A coach's own daily routine, as they set it on this device. */
import type { SidelineDb } from '#lib/store/db.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';

/** How many of one kind a day. The kinds are in lib/coaching/routines/routine.ts. */
export interface RoutineTarget<Id extends string = string> {
  id: Id;
  target: number;
}

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    routine: readonly RoutineTarget[];
  }
}

/** The saved targets, or undefined. The caller names the kinds that it saved. */
export async function loadRoutine<Id extends string>(
  db: SidelineDb,
): Promise<readonly RoutineTarget<Id>[] | undefined> {
  return (await readMeta(db, 'routine')) as readonly RoutineTarget<Id>[] | undefined;
}

export async function saveRoutine<Id extends string>(
  db: SidelineDb,
  routine: readonly RoutineTarget<Id>[],
): Promise<void> {
  await writeMeta(db, 'routine', routine);
}
