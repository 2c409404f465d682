/** Creates links to a note's place, and opens them. */
import { browser } from 'wxt/browser';
import { ownDefinitions } from '#lib/actions/brought-sites.ts';
import { deepLink } from '#lib/anchors/deep-link.ts';
import { definitionById } from '#lib/artifacts/sites/find-site.ts';
import { artifactNow } from '#lib/coaching/notes/placement.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { answersTo } from '#lib/store/queries/records.ts';
import { markNotes } from './note-to-mark.ts';
import { rememberNoteLink } from './pending-note-link.ts';

/** The link to a note's place. Throws if the note does not exist or its artifact has no web address. */
export async function linkTo(db: SidelineDb, noteId: string): Promise<string> {
  const note = await db.records.get(noteId);
  if (!note || !isType(note, 'note')) throw new Error('There is no such note.');
  const { memberId } = await loadIdentity(db);
  const artifact = artifactNow(note, await answersTo(db, note.workspaceId, [note.id]), memberId);
  const [mark] = await markNotes(db, [note]);
  const anchor = mark?.anchor ?? note.body.anchor;
  const timeParameter = definitionById(artifact.site, await ownDefinitions(db))?.video?.timeParameter;
  const link = deepLink({ url: artifact.url, anchor, noteId, timeParameter });
  if (!link) throw new Error('This work has no web address.');
  return link;
}

/** Opens a note's artifact in a new tab and goes to the note's place once the page has it. */
export async function openAt(db: SidelineDb, noteId: string, now: number): Promise<void> {
  const url = await linkTo(db, noteId);
  const { id } = await browser.tabs.create({ url });
  if (id !== undefined) await rememberNoteLink(id, noteId, url, now);
}
