/** How much waits for this person: counted in the background, shown on the button and in the sidebar's tabs. */
import type { SidelineDb } from '#lib/store/db.ts';

export interface Owed {
  /** Notes on which the next step is theirs. */
  mine: number;
  /** What waits for them as a coach. */
  people: number;
}

const KEY = 'owed';

export async function loadOwed(db: SidelineDb): Promise<Owed | undefined> {
  // Only keepOwed writes this key, so its shape is known.
  return (await db.meta.get(KEY))?.value as Owed | undefined;
}

/** Writes only what changed: every open page listens. */
export async function keepOwed(db: SidelineDb, owed: Owed): Promise<void> {
  const before = await loadOwed(db);
  if (before?.mine === owed.mine && before.people === owed.people) return;
  await db.meta.put({ key: KEY, value: owed });
}
