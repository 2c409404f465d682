/** Half-written text, which stays on the device and survives reloads, navigations and crashes. */
import type { SidelineDb } from './db.ts';
import { storing } from './errors.ts';

export interface Draft {
  /**
   * `workspaceId|note|id of the note` for a note (see noteDraftId), else `workspaceId|what is half-written`.
   */
  id: string;
  workspaceId: string;
  /** The key of the work that a note is about; absent on everything else. Indexed. */
  place?: string;
  /** The composer (one document: a panel or a sidebar) in which a note was last written. */
  surface?: string;
  body: unknown;
  /** In ms since 1970. */
  updatedAt: number;
}

/** The key of a half-written note contains the id that the note will have, so no two notes share a key. */
export function noteDraftId(workspaceId: string, noteId: string): string {
  return `${workspaceId}|note|${noteId}`;
}

/** Saves the draft, replacing an earlier one with the same id. Throws StorageFullError. */
export async function saveDraft(db: SidelineDb, draft: Draft): Promise<void> {
  await storing(() => db.drafts.put(draft));
}

export async function loadDraft(db: SidelineDb, id: string): Promise<Draft | undefined> {
  return db.drafts.get(id);
}

/** The half-written notes on a work, newest first. `places` includes keys that the work had before. */
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

/** Deletes a draft that was sent or given up. */
export async function clearDraft(db: SidelineDb, id: string): Promise<void> {
  await db.drafts.delete(id);
}
