/**
 * A tab that was sent to a note: by a link to the note's place, or from the inbox. The wish outlives what comes in
 * between, a sign-in page above all, and is granted once, when the tab shows the note's own work. Kept in session
 * storage, since the worker may be killed meanwhile.
 */
import { browser } from 'wxt/browser';
import { noteInLink } from '#lib/anchors/deep-link.ts';
import { askPage } from '#lib/messages/ask.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { markNotes } from './note-marks.ts';
import { ensureTools } from './scripts.ts';
import { focusNotes } from './sidebar.ts';

const KEY = 'wish:';
/** Signing in with a second factor takes minutes; a tab that comes by later was not sent there for the note. */
const WISH_LIFE_MS = 10 * 60_000;
/** Records render late: the place is looked for again after these waits, in ms. */
const WAITS = [300, 700, 1500, 3000, 6000];

interface Wish {
  noteId: string;
  at: number;
  /** The address that was opened; the same one is not granted twice. */
  url: string;
  granted: boolean;
}

/** Remembers what a tab was opened for. */
export async function wishFor(tabId: number, noteId: string, url: string, now: number): Promise<void> {
  const wish: Wish = { noteId, url, at: now, granted: false };
  await browser.storage.session.set({ [KEY + tabId]: wish });
}

/** Told of every address that a tab begins to load, where the browser tells it to us. */
export async function noticeLink(tabId: number, url: string | undefined, now: number): Promise<void> {
  const noteId = url && noteInLink(url);
  if (noteId) await wishFor(tabId, noteId, url, now);
}

export async function forgetWish(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + tabId);
}

/** The note that a tab still has to be led to. */
export async function openWish(tabId: number, now: number): Promise<Wish | undefined> {
  const stored = (await browser.storage.session.get(KEY + tabId))[KEY + tabId] as Wish | undefined;
  // On a page that was allowed by a click alone nobody told us the address before.
  const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  const noteId = url && noteInLink(url);
  if (noteId && stored?.url !== url) return { noteId, url, at: now, granted: false };
  return stored && !stored.granted && now - stored.at < WISH_LIFE_MS ? stored : undefined;
}

/** The tab shows this artifact: goes to the note that it was opened for, if it is one of this artifact's. */
export async function grantWish(db: SidelineDb, tabId: number, key: string, now: number): Promise<void> {
  const wish = await openWish(tabId, now);
  const note = wish && (await noteAt(db, wish.noteId, key));
  if (!wish || !note) return;
  await browser.storage.session.set({ [KEY + tabId]: { ...wish, granted: true } });
  await focusNotes([note.id], now);
  if (!(await ensureTools(tabId))) return;
  const [mark] = await markNotes(db, [note]);
  if (!mark) return;
  for (const wait of WAITS) {
    const went = await askPage(tabId, 'tools.show', { mark });
    if (went?.found) return;
    await new Promise(done => setTimeout(done, wait));
    // Somebody who went on to other work meanwhile is not pulled back.
    const shown = await askPage(tabId, 'page.which', null);
    if (shown?.artifact?.key !== key) return;
  }
}

async function noteAt(db: SidelineDb, noteId: string, key: string): Promise<Note | undefined> {
  const { workspaceId } = await loadIdentity(db);
  const record = await db.records.get(noteId);
  const isHere = record?.workspaceId === workspaceId && record.deletedAt === undefined;
  return isHere && isType(record, 'note') && record.body.artifact.key === key ? record : undefined;
}
