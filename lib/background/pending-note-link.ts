/**
 * The note a tab was opened for, by a link to the note's place or from the inbox. It stays pending across whatever
 * happens in between, such as a sign-in page, and is opened once, when the tab shows the note's artifact. It is in
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
import { forgetMoved, rememberMoved } from '#lib/store/moved-records.ts';
import { answersTo } from '#lib/store/queries/records.ts';
import { placesOf } from '#lib/store/row/row.ts';
import { MINUTE } from '#lib/time.ts';
import { markNotes } from './note-to-mark.ts';
import { ensureTools } from './scripts.ts';
import { placesIn } from './tabs.ts';

const KEY = 'pending-note-link:';
/**
 * Signing in with a second factor takes minutes. A tab that shows the artifact later than this was not opened for the
 * note.
 */
const LINK_LIFE_MS = 10 * MINUTE;
/** Records render late and advertisements come first. Somebody who has been there longer is reading something else. */
const ARRIVED_LIFE_MS = 60_000;

interface PendingNoteLink {
  noteId: string;
  at: number;
  /** The address that was opened. The same address does not lead to the note twice. */
  url: string;
  /** True once the tab has been taken to the note. */
  opened: boolean;
  /** Since when the tab has shown the note's artifact. */
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
 * Call this with every address that a tab is created with or goes to, if the browser tells us. The first address
 * matters: a redirect to a sign-in page on another host, which we can't access, hides the tab's address, and the
 * address that comes back from it has lost its fragment. When a link is followed in the same tab, no browser tells us
 * the address before the redirect.
 */
export async function onTabAddress(tabId: number, url: string | undefined, now: number): Promise<void> {
  const noteId = url && noteInLink(url);
  const stored = await load(tabId);
  // Firefox reports a reload like any other address; it leaves the person where they are.
  if (stored?.url === url) return;
  if (noteId) await rememberNoteLink(tabId, noteId, url, now);
  // The tab has gone elsewhere, so somebody who comes back by the same link wants to be taken to the note again.
  else if (stored?.opened) await forgetNoteLink(tabId);
}

export async function forgetNoteLink(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + tabId);
}

/** The note that a tab still has to be taken to. */
export async function pendingNoteLink(tabId: number, now: number): Promise<PendingNoteLink | undefined> {
  const stored = await load(tabId);
  // If only a click gave us access to this page, nobody told us its address before.
  const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  const noteId = url && noteInLink(url);
  if (noteId && stored?.url !== url) return { noteId, url, at: now, opened: false };
  return stored && !stored.opened && now - stored.at < LINK_LIFE_MS ? stored : undefined;
}

/**
 * Takes a tab that shows these places (its artifact's key first) to the note it was opened for, if the note is on one
 * of them. If the page doesn't show the note's place yet, the page tools call this again when they find more places.
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
    // Somebody who arrived and then moved on to other work is not pulled back.
    if (link.arrivedAt !== undefined) await save(tabId, { ...link, opened: true });
    else if (!note) await noticeMove(db, link, places);
    return;
  }
  if (link.arrivedAt === undefined) {
    await forgetMoved(db, note.id);
    await save(tabId, { ...link, arrivedAt });
    await focusNotes([note.id], now);
  }
  const [mark] = await markNotes(db, [note]);
  if (!mark || !(await ensureTools(tabId))) return;
  const went = await askPage(tabId, 'tools.show', { mark });
  if (went?.found) await save(tabId, { ...link, arrivedAt, opened: true });
}

/** A page on which one signs in is on the way to the record, not where it went. */
const ON_THE_WAY = /(?:sign|log)[-_]?(?:in|on)|\b(?:sso|auth|oauth2?|saml|session)\b/i;

/** The address of the note's record led to another work of the same site: the sidebar offers the note there. */
async function noticeMove(
  db: SidelineDb,
  { noteId, url }: PendingNoteLink,
  [to]: readonly string[],
): Promise<void> {
  if (
    to === undefined ||
    ON_THE_WAY.test(to) ||
    URL.parse(to.split('|', 1)[0] ?? '')?.origin !== URL.parse(url)?.origin
  )
    return;
  const { workspaceId } = await loadIdentity(db);
  const note = await db.records.get(noteId);
  if (!note || note.workspaceId !== workspaceId || !isType(note, 'note')) return;
  await rememberMoved(db, { workspaceId, noteId, to });
}

/** When the page tools announce that they found places, opens the note that is still pending. */
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

/** The note, if it is on the artifact shown: under its current key or an earlier one. */
async function noteAt(db: SidelineDb, noteId: string, places: readonly string[]): Promise<Note | undefined> {
  const { workspaceId } = await loadIdentity(db);
  const record = await db.records.get(noteId);
  // It may have been taken along to this work.
  const placed = (await answersTo(db, workspaceId, [noteId])).filter(each => each.type === 'placement');
  const isHere =
    record?.workspaceId === workspaceId &&
    record.deletedAt === undefined &&
    [record, ...placed].flatMap(placesOf).some(place => places.includes(place));
  return isHere && isType(record, 'note') ? record : undefined;
}
