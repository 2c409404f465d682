/** Half-written texts as one plain text, for whoever wants to keep them elsewhere. */
import type { SidelineDb } from './db.ts';
import type { Draft } from './drafts.ts';

/** Fields that hold what was chosen, or ids: nobody wrote them. */
const NOT_WRITTEN =
  /Id$|^(?:id|kind|audience|anchor|rubric|hookType|route|instances|edits|base|cause|remedy|answer|verdict|place|choices|changes|checks|category|stage)$/;

/** What the workspace has half-written, oldest first; each text with the work that it is about and when it was written. */
export async function exportDrafts(db: SidelineDb, workspaceId: string): Promise<string> {
  const drafts = await db.drafts.where('workspaceId').equals(workspaceId).sortBy('updatedAt');
  return drafts.map(draft => `${headOf(draft)}\n\n${wordsOf(draft.body).join('\n\n')}\n`).join('\n\n');
}

/** How many there are and when the last one was written: another value means that somebody has written since. */
export async function draftsState(
  db: SidelineDb,
  workspaceId: string,
): Promise<{ count: number; state: string }> {
  const drafts = await db.drafts.where('workspaceId').equals(workspaceId).toArray();
  const last = Math.max(0, ...drafts.map(({ updatedAt }) => updatedAt));
  return { count: drafts.length, state: `${drafts.length} ${last}` };
}

function headOf({ place, updatedAt }: Draft): string {
  const time = new Date(updatedAt).toISOString();
  return place === undefined ? time : `${place} ${time}`;
}

function wordsOf(body: unknown): string[] {
  if (typeof body === 'string') return body.trim() === '' ? [] : [body];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => (NOT_WRITTEN.test(name) ? [] : wordsOf(value)));
}
