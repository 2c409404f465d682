/**
 * Teaching a site: the picker is injected into one tab, works there and on the pages that tab goes on to, and saves
 * one's own `site` record. We trust a page script with nothing beyond its own page: only a tab whose person started
 * the picker may save, only for the host that the browser reports, and only what passes the check.
 */
import { browser } from 'wxt/browser';
import { ownSites, saveSite } from '#lib/actions/sites.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { siteFor } from '#lib/artifacts/sites/find-site.ts';
import { isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { askPage } from '#lib/messages/ask.ts';
import type { SiteHere, TeachSession } from '#lib/messages/contract.ts';
import type { Sender } from '#lib/messages/serve.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { injectTeach, restartPageScript } from './scripts.ts';

const KEY = 'teach:';
/** The longest unfinished definition that we save for the next page, as JSON. */
const MAX_DRAFT = 60_000;

interface Stored {
  origin: string;
  draft?: SiteDefinition;
}

async function storedFor(tabId: number | undefined): Promise<Stored | undefined> {
  if (tabId === undefined) return undefined;
  return (await browser.storage.session.get(KEY + tabId))[KEY + tabId] as Stored | undefined;
}

/** What Sideline knows about this tab's site. The address is known only if the browser gives us access to the tab. */
export async function siteHere(tabId: number): Promise<SiteHere> {
  const [{ url = '' }, policy] = await Promise.all([browser.tabs.get(tabId), loadPolicy()]);
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return { blocked: false, teachable: false };
  const blocked = isBlocked(policy, url);
  const { origin } = address;
  if (blocked || !policy.teaching || siteFor(url).definition) return { origin, blocked, teachable: false };
  // Self-hosted software is recognised only by its page, and the page script has looked at that.
  const site = (await askPage(tabId, 'page.which', null))?.artifact?.site ?? 'page';
  return { origin, blocked, teachable: site === 'page' || site.startsWith('taught-') };
}

export async function startTeaching(tabId: number): Promise<boolean> {
  const { origin, teachable } = await siteHere(tabId);
  if (!origin || !teachable) return false;
  const fresh: Stored = { origin };
  await browser.storage.session.set({ [KEY + tabId]: fresh });
  await askPage(tabId, 'tools.panel', { open: false });
  return injectTeach(tabId);
}

/** Restarts the picker after a page load if the tab was in the middle of teaching. */
export async function resumeTeaching(tabId: number): Promise<void> {
  if (await storedFor(tabId)) await injectTeach(tabId);
}

export async function openTeaching(
  db: SidelineDb,
  sender: Sender,
  now: Date,
): Promise<TeachSession | undefined> {
  const stored = await storedFor(sender.tabId);
  if (!stored || stored.origin !== sender.origin) return undefined;
  const { host } = new URL(sender.origin);
  const known = (await ownSites(db)).find(site => site.definition?.match.hosts.includes(host));
  return {
    draft: stored.draft,
    known: known?.definition,
    today: new Intl.DateTimeFormat('sv-SE').format(now),
  };
}

export async function saveTeachingDraft(sender: Sender, draft: SiteDefinition): Promise<void> {
  const stored = await storedFor(sender.tabId);
  if (!stored || stored.origin !== sender.origin || JSON.stringify(draft).length > MAX_DRAFT) return;
  const next: Stored = { ...stored, draft };
  await browser.storage.session.set({ [KEY + sender.tabId]: next });
}

/** Saves what was taught and has this tab look again. A host other than the page's own is refused. */
export async function saveTeaching(
  db: SidelineDb,
  sender: Sender,
  definition: SiteDefinition,
  now: number,
): Promise<{ ok: true } | { ok: false; problems: string[] }> {
  const { tabId } = sender;
  const stored = await storedFor(tabId);
  if (tabId === undefined || stored?.origin !== sender.origin) {
    return { ok: false, problems: ['Nobody asked to teach this page.'] };
  }
  const { host } = new URL(sender.origin);
  const { hosts } = definition.match ?? {};
  if (hosts?.length !== 1 || hosts[0] !== host) {
    return { ok: false, problems: [`Only ${host} can be taught on this page.`] };
  }
  const saved = await saveSite(db, definition, now, { join: true });
  if (!saved.ok) return saved;
  await restartPageScript(tabId);
  return { ok: true };
}

export async function endTeaching(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + tabId);
}
