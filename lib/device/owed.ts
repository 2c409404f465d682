/** How many things wait for this person: counted in the background, shown on the button and the sidebar's tabs. */
import type { SidelineDb } from '#lib/store/db.ts';
import { readMeta, writeMeta } from '#lib/store/meta.ts';

export interface Owed {
  /** Notes on which they owe the next step. */
  mine: number;
  /** Things that wait for them as a coach. */
  people: number;
}

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    owed: Owed;
  }
}

export function loadOwed(db: SidelineDb): Promise<Owed | undefined> {
  return readMeta(db, 'owed');
}

/** Writes only when something changed, because every open page listens. */
export async function saveOwed(db: SidelineDb, owed: Owed): Promise<void> {
  const before = await loadOwed(db);
  if (before?.mine === owed.mine && before.people === owed.people) return;
  await writeMeta(db, 'owed', owed);
}
