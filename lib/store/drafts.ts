/** Half-written text. It stays on the device and survives reloads, navigations and crashes. */
import type { SidelineDb } from './db.ts';
import { storing } from './errors.ts';

export interface Draft {
  /** `workspaceId|note|id of the note` for a note, else `workspaceId|what is half-written`: see noteDraftId. */
  id: string;
  workspaceId: string;
  /** The key of the work that a note is about; absent on everything else. Indexed. */
  place?: string;
  /** The composer (one document: a panel, a sidebar) that a note was last written in. */
  surface?: string;
  body: unknown;
  /** In ms since 1970. */
  updatedAt: number;
}

/** The key of a half-written note: that of the note which it becomes, so that no two notes share one. */
export function noteDraftId(workspaceId: string, noteId: string): string {
  return `${workspaceId}|note|${noteId}`;
}

/** Keeps the draft, over an earlier one with its id. Throws StorageFullError. */
export async function saveDraft(db: SidelineDb, draft: Draft): Promise<void> {
  await storing(() => db.drafts.put(draft));
}

/** The draft, or undefined where there is none. */
export async function loadDraft(db: SidelineDb, id: string): Promise<Draft | undefined> {
  return db.drafts.get(id);
}

/** The half-written notes on a work, which may have had other keys before; the newest first. */
export async function draftsAt(
  db: SidelineDb,
  workspaceId: string,
  places: readonly string[],
): Promise<Draft[]> {
  const found = await db.drafts
    .where('[workspaceId+place]')
    .anyOf(places.map(place => [workspaceId, place]))
    .toArray();
  return found.sort((a, b) => b.updatedAt - a.updatedAt);
}

/** Forgets the draft: it was sent, or its author gave it up. */
export async function clearDraft(db: SidelineDb, id: string): Promise<void> {
  await db.drafts.delete(id);
}
