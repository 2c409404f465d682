/**
 * Site access. We have none at install. The page script is registered for every origin that the person granted; when
 * they revoke a grant, it is removed from open tabs too.
 */
import { browser } from 'wxt/browser';
import { fitsHost } from '#lib/artifacts/definition/check-host.ts';
import { grantedSites } from '#lib/device/granted-sites.ts';
import { fitsSite, isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { askPage } from '#lib/messages/ask.ts';
import type { PageCommands } from '#lib/messages/contract.ts';
import { ensurePageScript, PAGE_SCRIPT, restartPageScript } from './scripts.ts';

const SCRIPT_ID = 'page';

/** A pattern for one host. `https://*\/*`, which a person can grant in the browser's own settings, covers many. */
const isOneHost = (pattern: string) => !pattern.includes('://*');

/** Makes the registered script match the granted origins. Idempotent: called at every start and every change. */
export async function registerSites(): Promise<void> {
  const policy = await loadPolicy();
  const granted = await grantedSites();
  // A blocked site may still be covered by a wide grant. Its page script is refused at its first message (page.hello).
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

/** Injects the script into tabs that were open before the grant, the install or the update. */
export async function attachOpenTabs(): Promise<void> {
  const matches = await grantedSites();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map(tab => (tab.id === undefined ? undefined : ensurePageScript(tab.id))));
}

/**
 * Removes the script from tabs of sites that are no longer granted (`removed`, match patterns). A tab of another site
 * that got it by a click keeps it, because nobody asked to remove it there.
 */
export async function detachTabs(removed: readonly string[]): Promise<void> {
  const kept = await browser.tabs.query({ url: nonEmpty(await grantedSites()) });
  const granted = new Set(kept.map(tab => tab.id));
  await forOurTabs(async (tabId, { url }) => {
    if (granted.has(tabId) || !removed.some(pattern => fitsSite(pattern, url))) return;
    await askPage(tabId, 'page.leave', null);
  });
}

/** Removes the script from tabs where an administrator has since switched Sideline off. */
export async function leaveBlockedTabs(): Promise<void> {
  const policy = await loadPolicy();
  if (policy.blockedSites.length === 0) return;
  await forOurTabs(async (tabId, { url }) => {
    if (isBlocked(policy, url)) await askPage(tabId, 'page.leave', null);
  });
}

/**
 * Restarts the tabs that show these hosts, because what was taught about them has changed. With `spareOpen`, one whose
 * panel is open stays as it is: nobody there asked for it.
 */
export async function restartTabsAt(hosts: readonly string[], { spareOpen = false } = {}): Promise<void> {
  await forOurTabs(async (tabId, { url, panel }) => {
    if (spareOpen && panel) return;
    if (hosts.some(host => fitsHost(host, new URL(url).host))) await restartPageScript(tabId);
  });
}

/**
 * Visits every tab that has our script. The script itself reports the address, because the browser no longer tells us
 * the address of a tab we lost access to.
 */
async function forOurTabs(
  visit: (tabId: number, page: PageCommands['page.which']['out']) => Promise<void>,
): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      const page = id === undefined ? undefined : await askPage(id, 'page.which', null);
      if (id !== undefined && page) await visit(id, page);
    }),
  );
}

/** `tabs.query` reads an empty list as "all". */
function nonEmpty(patterns: string[]): string[] {
  return patterns.length > 0 ? patterns : ['http://sideline.invalid/*'];
}
