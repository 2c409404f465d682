/**
 * A press of the chord that marks a moment, on its way from the background to the composer of that tab. It goes through
 * session storage because the composer may still be opening.
 */
import { browser } from 'wxt/browser';

const KEY = 'mark-moment';
/** A press that found no panel to take it is forgotten after this long, in ms. */
const LIFE_MS = 3000;

interface Press {
  tabId: number;
  at: number;
}

export async function announceMark(tabId: number, now: number): Promise<void> {
  const press: Press = { tabId, at: now };
  await browser.storage.session.set({ [KEY]: press });
}

/** Calls back when the chord was pressed for the tab that this document is in. */
export function onMarkMoment(callback: () => void, signal: AbortSignal): void {
  let last = 0;
  const hear = async (value: unknown): Promise<void> => {
    const press = value as Press | undefined;
    if (!press || press.at <= last || Date.now() - press.at > LIFE_MS) return;
    last = press.at;
    // Without a tab this is the sidebar, which belongs to the tab that is in front.
    const own = await browser.tabs.getCurrent();
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    if (!signal.aborted && (own ?? front)?.id === press.tabId) callback();
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => void hear(changes[KEY]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(KEY).then(stored => hear(stored[KEY]));
}
