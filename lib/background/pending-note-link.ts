/**
 * A tab that was sent to a note: by a link to the note's place, or from the inbox. The wish outlives what comes in
 * between, a sign-in page above all, and is granted once, when the tab shows the note's own work. Kept in session
 * storage, since the worker may be killed meanwhile.
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

const KEY = 'wish:';
/** Signing in with a second factor takes minutes; a tab that comes by later was not sent there for the note. */
const WISH_LIFE_MS = 10 * MINUTE;
/** Records render late, and advertisements come first; whoever is there for longer reads something else by now. */
const ARRIVED_LIFE_MS = 60_000;

interface Wish {
  noteId: string;
  at: number;
  /** The address that was opened; the same one is not granted twice. */
  url: string;
  granted: boolean;
  /** Since when the tab shows the note's own work. */
  arrivedAt?: number;
}

/** Remembers what a tab was opened for. */
export async function wishFor(tabId: number, noteId: string, url: string, now: number): Promise<void> {
  await keep(tabId, { noteId, url, at: now, granted: false });
}

/**
 * Told of every address that a tab was created with or has come to, where the browser tells it to us. The first matters:
 * a redirect to a sign-in page of another host, which was not granted, hides the tab's address, and what comes back from
 * there has lost its fragment. For a link that is followed in the same tab no browser tells what it was before that.
 */
export async function noticeLink(tabId: number, url: string | undefined, now: number): Promise<void> {
  const noteId = url && noteInLink(url);
  const stored = await load(tabId);
  // A reload, which Firefox tells of like any other address, leaves the person where they are.
  if (stored?.url === url) return;
  if (noteId) await wishFor(tabId, noteId, url, now);
  // Elsewhere by now: who comes back by the same link wants to be led there again.
  else if (stored?.granted) await forgetWish(tabId);
}

export async function forgetWish(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + tabId);
}

/** The note that a tab still has to be led to. */
export async function openWish(tabId: number, now: number): Promise<Wish | undefined> {
  const stored = await load(tabId);
  // On a page that was allowed by a click alone nobody told us the address before.
  const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  const noteId = url && noteInLink(url);
  if (noteId && stored?.url !== url) return { noteId, url, at: now, granted: false };
  return stored && !stored.granted && now - stored.at < WISH_LIFE_MS ? stored : undefined;
}

/**
 * The tab shows what lies in these places, its key first: goes to the note that it was opened for, if it is one of
 * theirs. Where the note's own place is not there yet, whatever the page tools find later asks again.
 */
export async function grantWish(
  db: SidelineDb,
  tabId: number,
  places: readonly string[],
  now: number,
): Promise<void> {
  const wish = await openWish(tabId, now);
  if (!wish) return;
  const note = await noteAt(db, wish.noteId, places);
  const { arrivedAt = now } = wish;
  if (!note || now - arrivedAt > ARRIVED_LIFE_MS) {
    // Somebody who was there and went on to other work is not pulled back.
    if (wish.arrivedAt !== undefined) await keep(tabId, { ...wish, granted: true });
    return;
  }
  if (wish.arrivedAt === undefined) {
    await keep(tabId, { ...wish, arrivedAt });
    await focusNotes([note.id], now);
  }
  const [mark] = await markNotes(db, [note]);
  if (!mark || !(await ensureTools(tabId))) return;
  const went = await askPage(tabId, 'tools.show', { mark });
  if (went?.found) await keep(tabId, { ...wish, arrivedAt, granted: true });
}

/** Hears the page tools say that places were found, and goes to the one that somebody still waits for. */
export function leadWhenFound(db: SidelineDb): void {
  browser.runtime.onMessage.addListener((message: unknown, from: Sender) => {
    const tabId = from.tab?.id;
    if (announced(message) !== 'places' || from.id !== browser.runtime.id || tabId === undefined) return;
    void load(tabId).then(async wish => {
      const places = wish?.arrivedAt === undefined || wish.granted ? undefined : await placesIn(tabId);
      if (places) await grantWish(db, tabId, places, Date.now());
    });
  });
}

interface Sender {
  id?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

async function load(tabId: number): Promise<Wish | undefined> {
  return (await browser.storage.session.get(KEY + tabId))[KEY + tabId] as Wish | undefined;
}

async function keep(tabId: number, wish: Wish): Promise<void> {
  await browser.storage.session.set({ [KEY + tabId]: wish });
}

/** By where it is looked for everywhere: on its artifact's key, and on an earlier key of the same artifact. */
async function noteAt(db: SidelineDb, noteId: string, places: readonly string[]): Promise<Note | undefined> {
  const { workspaceId } = await loadIdentity(db);
  const record = await db.records.get(noteId);
  const isHere =
    record?.workspaceId === workspaceId &&
    record.deletedAt === undefined &&
    places.includes(placeOf(record) ?? '');
  return isHere && isType(record, 'note') ? record : undefined;
}
