/**
 * The note that a tab was opened for, by a link to the note's place or from the inbox. It stays pending through whatever
 * comes in between, a sign-in page above all, and is opened once, when the tab shows the note's own work. Kept in
 * session storage, because the worker may be killed in the meantime.
 */

import { browser } from 'wxt/browser';
import { noteInLink } from '#lib/anchors/deep-link.ts';
import { focusNotes } from '#lib/device/sidebar-focus.ts';
import { announced } from '#lib/messages/announced.ts';
import { askPage } from '#lib/messages/ask.ts';
import { isType, type Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { placeOf } from '#lib/store/row/row.ts';
import { MINUTE } from '#lib/time.ts';
import { markNotes } from './note-marks.ts';
import { ensureTools } from './scripts.ts';
import { placesIn } from './tabs.ts';

const KEY = 'pending-note-link:';
/** Signing in with a second factor takes minutes; a tab that shows the work later than that was not sent there for the note. */
const LINK_LIFE_MS = 10 * MINUTE;
/** Records render late, and advertisements come first; whoever has been there for longer is reading something else. */
const ARRIVED_LIFE_MS = 60_000;

interface PendingNoteLink {
  noteId: string;
  at: number;
  /** The address that was opened. The same one does not lead to the note twice. */
  url: string;
  /** True when the tab has been led to the note. */
  opened: boolean;
  /** Since when the tab shows the note's own work. */
  arrivedAt?: number;
}

/** Remembers which note a tab was opened for. */
export async function rememberNoteLink(
  tabId: number,
  noteId: string,
  url: string,
  now: number,
): Promise<void> {
  await save(tabId, { noteId, url, at: now, opened: false });
}

/**
 * To be called with every address that a tab was created with or has come to, where the browser tells us. The first one
 * matters: a redirect to the sign-in page of another host, to which we have no access, hides the tab's address, and what
 * comes back from there has lost its fragment. When a link is followed in the same tab, no browser tells us the address
 * before the redirect.
 */
export async function onTabAddress(tabId: number, url: string | undefined, now: number): Promise<void> {
  const noteId = url && noteInLink(url);
  const stored = await load(tabId);
  // A reload, which Firefox reports like any other address, leaves the person where they are.
  if (stored?.url === url) return;
  if (noteId) await rememberNoteLink(tabId, noteId, url, now);
  // The tab has gone elsewhere: whoever comes back by the same link wants to be led there again.
  else if (stored?.opened) await forgetNoteLink(tabId);
}

export async function forgetNoteLink(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + tabId);
}

/** The note that a tab still has to be led to. */
export async function pendingNoteLink(tabId: number, now: number): Promise<PendingNoteLink | undefined> {
  const stored = await load(tabId);
  // On a page that only a click gave us access to, nobody told us the address before.
  const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  const noteId = url && noteInLink(url);
  if (noteId && stored?.url !== url) return { noteId, url, at: now, opened: false };
  return stored && !stored.opened && now - stored.at < LINK_LIFE_MS ? stored : undefined;
}

/**
 * Leads a tab that shows these places (its artifact's key first) to the note that it was opened for, if the note is on
 * one of them. Where the note's own place is not on the page yet, whatever the page tools find later calls this again.
 */
export async function openPendingNote(
  db: SidelineDb,
  tabId: number,
  places: readonly string[],
  now: number,
): Promise<void> {
  const link = await pendingNoteLink(tabId, now);
  if (!link) return;
  const note = await noteAt(db, link.noteId, places);
  const { arrivedAt = now } = link;
  if (!note || now - arrivedAt > ARRIVED_LIFE_MS) {
    // Somebody who was there and went on to other work is not pulled back.
    if (link.arrivedAt !== undefined) await save(tabId, { ...link, opened: true });
    return;
  }
  if (link.arrivedAt === undefined) {
    await save(tabId, { ...link, arrivedAt });
    await focusNotes([note.id], now);
  }
  const [mark] = await markNotes(db, [note]);
  if (!mark || !(await ensureTools(tabId))) return;
  const went = await askPage(tabId, 'tools.show', { mark });
  if (went?.found) await save(tabId, { ...link, arrivedAt, opened: true });
}

/** Listens for the page tools' announcement that places were found, and leads to the one that is still pending. */
export function openPendingNoteWhenFound(db: SidelineDb): void {
  browser.runtime.onMessage.addListener((message: unknown, from: Sender) => {
    const tabId = from.tab?.id;
    if (announced(message) !== 'places' || from.id !== browser.runtime.id || tabId === undefined) return;
    void load(tabId).then(async link => {
      const places = link?.arrivedAt === undefined || link.opened ? undefined : await placesIn(tabId);
      if (places) await openPendingNote(db, tabId, places, Date.now());
    });
  });
}

interface Sender {
  id?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

async function load(tabId: number): Promise<PendingNoteLink | undefined> {
  return (await browser.storage.session.get(KEY + tabId))[KEY + tabId] as PendingNoteLink | undefined;
}

async function save(tabId: number, link: PendingNoteLink): Promise<void> {
  await browser.storage.session.set({ [KEY + tabId]: link });
}

/** The note, if it is on the artifact shown: under the artifact's key or under an earlier key of the same artifact. */
async function noteAt(db: SidelineDb, noteId: string, places: readonly string[]): Promise<Note | undefined> {
  const { workspaceId } = await loadIdentity(db);
  const record = await db.records.get(noteId);
  const isHere =
    record?.workspaceId === workspaceId &&
    record.deletedAt === undefined &&
    places.includes(placeOf(record) ?? '');
  return isHere && isType(record, 'note') ? record : undefined;
}
