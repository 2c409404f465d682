/**
 * Site access: nothing at install. Every origin that the person granted gets the page script registered, and loses it,
 * in open tabs too, when the grant goes.
 */
import { browser } from 'wxt/browser';
import { fitsHost } from '#lib/artifacts/definition/check-host.ts';
import { grantedSites } from '#lib/device/granted-sites.ts';
import { fitsSite, isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { askPage } from '#lib/messages/ask.ts';
import { ensurePageScript, PAGE_SCRIPT, restartPageScript } from './scripts.ts';

const SCRIPT_ID = 'page';

/** A pattern for one host; `https://*\/*`, which a person can grant in the browser's own settings, is for many. */
const isOneHost = (pattern: string) => !pattern.includes('://*');

/** Makes the registered script fit the granted origins. Idempotent: called at every start and every change. */
export async function registerSites(): Promise<void> {
  const policy = await loadPolicy();
  const granted = await grantedSites();
  // A page of a blocked site that comes through a wide grant is turned away at its first word (page.hello).
  const matches = granted.filter(pattern => !(isOneHost(pattern) && isBlocked(policy, addressIn(pattern))));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, js: [PAGE_SCRIPT], matches, runAt: 'document_idle' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

const addressIn = (pattern: string) => pattern.replace(/\*$/, '');

/** Brings the script into tabs that were open before the grant, the install or the update. */
export async function attachOpenTabs(): Promise<void> {
  const matches = await grantedSites();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map(tab => (tab.id === undefined ? undefined : ensurePageScript(tab.id))));
}

/**
 * Takes the script out of the tabs of sites that are no longer granted (`removed`, match patterns). A tab of another
 * site, into which a click brought it, keeps it: nobody asked for that to go.
 */
export async function detachTabs(removed: readonly string[]): Promise<void> {
  const kept = await browser.tabs.query({ url: nonEmpty(await grantedSites()) });
  const granted = new Set(kept.map(tab => tab.id));
  await forOurTabs(async (tabId, url) => {
    if (granted.has(tabId) || !removed.some(pattern => fitsSite(pattern, url))) return;
    await askPage(tabId, 'page.leave', null);
  });
}

/** Where an administrator has switched Sideline off since, nothing of it goes on running. */
export async function leaveBlockedTabs(): Promise<void> {
  const policy = await loadPolicy();
  if (policy.blockedSites.length === 0) return;
  await forOurTabs(async (tabId, url) => {
    if (isBlocked(policy, url)) await askPage(tabId, 'page.leave', null);
  });
}

/** What was taught about these hosts has changed: the tabs that show them look anew. */
export async function restartTabsAt(hosts: readonly string[]): Promise<void> {
  await forOurTabs(async (tabId, url) => {
    if (hosts.some(host => fitsHost(host, new URL(url).host))) await restartPageScript(tabId);
  });
}

/**
 * Every tab that has our script, with its address by the script's own word: the browser does not tell the address of a
 * tab that it no longer lets us into.
 */
async function forOurTabs(visit: (tabId: number, url: string) => Promise<void>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      const page = id === undefined ? undefined : await askPage(id, 'page.which', null);
      if (id !== undefined && page) await visit(id, page.url);
    }),
  );
}

/** `tabs.query` reads an empty list as "all". */
function nonEmpty(patterns: string[]): string[] {
  return patterns.length > 0 ? patterns : ['http://sideline.invalid/*'];
}
