/**
 * Records whose address led somewhere else when a note on them was opened: merged into another one, or converted. What
 * this device saw, for offering the notes there.
 */
import type { SidelineDb } from './db.ts';
import { readMeta, writeMeta } from './meta.ts';

export interface MovedRecord {
  workspaceId: string;
  noteId: string;
  /** The key of the artifact that was shown instead. */
  to: string;
}

declare module '#lib/store/meta.ts' {
  interface MetaValues {
    'moved-records': readonly MovedRecord[];
  }
}

/** The latest only: an offer that nobody took for long is none. */
const MOST = 50;

export async function movedTo(
  db: SidelineDb,
  workspaceId: string,
  places: readonly string[],
): Promise<MovedRecord[]> {
  const all = (await readMeta(db, 'moved-records')) ?? [];
  return all.filter(each => each.workspaceId === workspaceId && places.includes(each.to));
}

export async function rememberMoved(db: SidelineDb, moved: MovedRecord): Promise<void> {
  const others = ((await readMeta(db, 'moved-records')) ?? []).filter(
    ({ noteId }) => noteId !== moved.noteId,
  );
  await writeMeta(db, 'moved-records', [...others, moved].slice(-MOST));
}

/** The note was taken along, was found on its own record after all, or its reader does not want it here. */
export async function forgetMoved(db: SidelineDb, noteId: string): Promise<void> {
  const all = await readMeta(db, 'moved-records');
  if (!all?.some(each => each.noteId === noteId)) return;
  await writeMeta(
    db,
    'moved-records',
    all.filter(each => each.noteId !== noteId),
  );
}

/** Nothing about a workspace stays after a sign-out. */
export async function forgetAllMoved(db: SidelineDb, workspaceId: string): Promise<void> {
  const all = await readMeta(db, 'moved-records');
  if (!all?.some(each => each.workspaceId === workspaceId)) return;
  await writeMeta(
    db,
    'moved-records',
    all.filter(each => each.workspaceId !== workspaceId),
  );
}
