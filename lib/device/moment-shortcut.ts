/**
 * Carries a press of the mark-a-moment shortcut from the background to that tab's composer. It goes through session
 * storage because the composer may still be opening.
 */
import { browser } from 'wxt/browser';

const KEY = 'mark-moment';
/** A press that no panel picked up is dropped after this many ms. */
const LIFE_MS = 3000;

interface Press {
  tabId: number;
  at: number;
}

export async function announceMark(tabId: number, now: number): Promise<void> {
  const press: Press = { tabId, at: now };
  await browser.storage.session.set({ [KEY]: press });
}

/** Calls back when the shortcut was pressed for the tab that this document is in. */
export function onMarkMoment(callback: () => void, signal: AbortSignal): void {
  let last = 0;
  const hear = async (value: unknown): Promise<void> => {
    const press = value as Press | undefined;
    if (!press || press.at <= last || Date.now() - press.at > LIFE_MS) return;
    last = press.at;
    // Without a tab this is the sidebar, which belongs to the active tab.
    const own = await browser.tabs.getCurrent();
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    if (!signal.aborted && (own ?? front)?.id === press.tabId) callback();
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => void hear(changes[KEY]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(KEY).then(stored => hear(stored[KEY]));
}
