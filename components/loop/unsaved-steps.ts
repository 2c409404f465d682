/**
 * Half-written steps that could not be saved: they are only in this window. Kept here rather than in their form, so that
 * they are still there when the form has been closed and opened again, and saved as soon as the device lets us.
 */
import type { SidelineDb } from '#lib/store/db.ts';
import { type Draft, saveDraft } from '#lib/store/drafts.ts';
import { storedIdentity } from '#lib/store/identity.ts';
import { SECOND } from '#lib/time.ts';

/** How long until we try again, in ms. */
const AGAIN = 5 * SECOND;

let unsaved: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();
let waiting: ReturnType<typeof setTimeout> | undefined;

export function unsavedSteps(): ReadonlyMap<string, Draft> {
  return unsaved;
}

export function onUnsavedSteps(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Saves the draft, or keeps it here until it can be saved. */
export async function keepStep(db: SidelineDb, draft: Draft): Promise<void> {
  try {
    if ((await storedIdentity(db)).workspaceId !== draft.workspaceId) {
      // Signed out meanwhile: what was half-written there is deleted with the workspace, and must not come back.
      forgetStep(draft.id);
      return;
    }
    await saveDraft(db, draft);
    // What was typed since is newer than what was saved.
    if ((unsaved.get(draft.id)?.updatedAt ?? 0) <= draft.updatedAt) forgetStep(draft.id);
  } catch (error) {
    console.warn('[sideline] the draft is only on the screen:', error);
    set(new Map(unsaved).set(draft.id, draft));
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const each of unsaved.values()) void keepStep(db, each);
    }, AGAIN);
  }
}

/** It was sent. */
export function forgetStep(id: string): void {
  if (!unsaved.has(id)) return;
  const rest = new Map(unsaved);
  rest.delete(id);
  set(rest);
}

function set(next: ReadonlyMap<string, Draft>): void {
  unsaved = next;
  for (const listener of listeners) listener();
}

/** The words in a draft of whatever form, for the clipboard. */
export function wordsOf({ body }: Draft): string {
  const texts = typeof body === 'object' && body !== null ? Object.values(body).flat() : [body];
  return texts
    .filter(text => typeof text === 'string')
    .map(text => text.trim())
    .filter(text => text !== '' && !text.startsWith('data:'))
    .join('\n\n');
}
