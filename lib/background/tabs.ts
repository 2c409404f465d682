/**
 * What the tabs show. A map from tab to artifact key in session storage, so that news about a record reaches the tabs
 * that show it and no others. It is a hint that may be lost at any time: a tab asks anew when it navigates.
 */
import { browser } from 'wxt/browser';

const KEY = 'tab-key:';

export async function rememberTab(tabId: number, key: string | null): Promise<void> {
  if (key === null) await browser.storage.session.remove(KEY + tabId);
  else await browser.storage.session.set({ [KEY + tabId]: key });
}

/** Ids of the tabs that show one of these artifacts. */
export async function tabsShowing(keys: ReadonlySet<string>): Promise<{ tabId: number; key: string }[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([name, key]) =>
    name.startsWith(KEY) && typeof key === 'string' && keys.has(key)
      ? [{ tabId: Number(name.slice(KEY.length)), key }]
      : [],
  );
}
