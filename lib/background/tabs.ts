/**
 * What the tabs show: a map in session storage from tab to the artifact's places, so that news about a record reaches
 * the tabs that show it and no others. It may get lost at any time, because a tab asks again when it navigates.
 */
import { browser } from 'wxt/browser';

const KEY = 'tab-key:';

/**
 * `places`: the keys under which the notes of what the tab shows are stored, its own key first; null when it shows
 * nothing.
 */
export async function rememberTab(tabId: number, places: readonly string[] | null): Promise<void> {
  if (places === null) await browser.storage.session.remove(KEY + tabId);
  else await browser.storage.session.set({ [KEY + tabId]: places });
}

/** The keys under which the notes of what this tab shows are stored; undefined when it shows nothing we know of. */
export async function placesIn(tabId: number): Promise<readonly string[] | undefined> {
  const places = (await browser.storage.session.get(KEY + tabId))[KEY + tabId];
  return Array.isArray(places) ? (places as string[]) : undefined;
}

export interface ShowingTab {
  tabId: number;
  key: string;
  places: readonly string[];
}

/** The tabs that show something stored under one of these keys. */
export async function tabsShowing(wanted: ReadonlySet<string>): Promise<ShowingTab[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([name, value]) => {
    const places = name.startsWith(KEY) && Array.isArray(value) ? (value as string[]) : [];
    const [key] = places;
    if (key === undefined || !places.some(place => wanted.has(place))) return [];
    return [{ tabId: Number(name.slice(KEY.length)), key, places }];
  });
}
