/**
 * Site access: nothing at install. Every origin that the person granted gets the page script registered, and loses it,
 * in open tabs too, when the grant goes.
 */
import { browser } from 'wxt/browser';
import { askPage } from '#lib/messages/ask.ts';
import { ensurePageScript, PAGE_SCRIPT } from './scripts.ts';

const SCRIPT_ID = 'page';

/** Match patterns that the person granted, such as `https://crm.example/*`. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(origin => /^https?:/.test(origin));
}

/** Makes the registered script fit the granted origins. Idempotent: called at every start and every change. */
export async function registerSites(): Promise<void> {
  const matches = await grantedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, js: [PAGE_SCRIPT], matches, runAt: 'document_idle' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Brings the script into tabs that were open before the grant, the install or the update. */
export async function attachOpenTabs(): Promise<void> {
  const matches = await grantedSites();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map(tab => (tab.id === undefined ? undefined : ensurePageScript(tab.id))));
}

/** Takes the script out of every tab whose site is no longer granted. */
export async function detachTabs(): Promise<void> {
  const granted = new Set(
    (await browser.tabs.query({ url: nonEmpty(await grantedSites()) })).map(tab => tab.id),
  );
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(tab =>
      tab.id === undefined || granted.has(tab.id) ? undefined : askPage(tab.id, 'page.leave', null),
    ),
  );
}

/** `tabs.query` reads an empty list as "all". */
function nonEmpty(patterns: string[]): string[] {
  return patterns.length > 0 ? patterns : ['http://sideline.invalid/*'];
}
