/** What the page tools may know about the notes on an artifact: where they point and how to draw them, but no words. */
import { askPage } from '#lib/messages/ask.ts';
import type { Mark } from '#lib/messages/contract.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { notesAndScoresAt } from '#lib/store/queries/notes-at.ts';
import { markNotes } from './note-to-mark.ts';
import { openPendingNote } from './pending-note-link.ts';
import { ensureTools } from './scripts.ts';
import { tabsShowing } from './tabs.ts';

export async function marksAt(db: SidelineDb, places: readonly string[]): Promise<Mark[]> {
  const { workspaceId, memberId } = await loadIdentity(db);
  const here = await notesAndScoresAt(db, workspaceId, memberId, places);
  const notes = here.filter(record => isType(record, 'note'));
  return markNotes(db, notes);
}

/** Redraws the marks in every tab that shows one of these artifacts, and injects the tools there for the first mark. */
export async function redraw(db: SidelineDb, keys: Iterable<string>): Promise<void> {
  for (const { tabId, key, places } of await tabsShowing(new Set(keys))) {
    const marks = await marksAt(db, places);
    if (marks.length > 0) await ensureTools(tabId);
    await askPage(tabId, 'tools.draw', { artifactKey: key, marks });
    // A note that somebody received a link to may have arrived from the server only now.
    void openPendingNote(db, tabId, places, Date.now());
  }
}
