/** Half-written text. It stays on the device and survives reloads, navigations and crashes. */
import type { SidelineDb } from './db.ts';
import { storing } from './errors.ts';

export interface Draft {
  /** `workspaceId|place|…`: one draft for each thing that can be half-written in a place. */
  id: string;
  workspaceId: string;
  place: string;
  body: unknown;
  /** In ms since 1970. */
  updatedAt: number;
}

/** Keeps the draft, over an earlier one with its id. Throws StorageFullError. */
export async function saveDraft(db: SidelineDb, draft: Draft): Promise<void> {
  await storing(() => db.drafts.put(draft));
}

/** The draft, or undefined where there is none. */
export async function loadDraft(db: SidelineDb, id: string): Promise<Draft | undefined> {
  return db.drafts.get(id);
}

/** Forgets the draft: it was sent, or its author gave it up. */
export async function clearDraft(db: SidelineDb, id: string): Promise<void> {
  await db.drafts.delete(id);
}
