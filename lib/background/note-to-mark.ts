/** Turns notes into what the page tools may know about them. */
import { anchorNow } from '#lib/coaching/notes/placement.ts';
import type { Mark } from '#lib/messages/contract.ts';
import type { Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { answersTo } from '#lib/store/queries/records.ts';

/** Where these notes point now, for the person at this device. */
export async function markNotes(db: SidelineDb, notes: readonly Note[]): Promise<Mark[]> {
  if (notes.length === 0) return [];
  const { workspaceId, memberId } = await loadIdentity(db);
  const ids = notes.map(note => note.id);
  const answers = await answersTo(db, workspaceId, ids);
  return notes.map(note => ({
    noteId: note.id,
    anchor: anchorNow(note, answers, memberId),
    kind: note.body.kind,
  }));
}
