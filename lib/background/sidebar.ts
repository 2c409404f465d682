/** Opening the sidebar: Chrome's side panel, Firefox's sidebar. Both only within a person's gesture: call it first. */
import { browser } from 'wxt/browser';

const FOCUS = 'focus-note';

/** Firefox's own API, which the shared types do not list for every build. */
interface WithSidebarAction {
  sidebarAction?: { open(): Promise<void> };
}

export function openSidebar(tabId: number): void {
  const opened = browser.sidePanel
    ? browser.sidePanel.open({ tabId })
    : (browser as WithSidebarAction).sidebarAction?.open();
  // A mark clicked in a page carries no gesture in Firefox: the note waits in the sidebar until it is opened by hand.
  opened?.catch((error: unknown) => console.info('[sideline] the sidebar stays closed:', String(error)));
}

/** The sidebar of a window; where the browser opens none, the same page in a tab. */
export function openSidebarIn(windowId: number): void {
  const opened = browser.sidePanel
    ? browser.sidePanel.open({ windowId })
    : (browser as WithSidebarAction).sidebarAction?.open();
  // The window may be gone, and Firefox does not take every click for one.
  opened?.catch(() => browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }));
}

const VIEW = 'focus-view';

export type SidebarView = 'page' | 'today' | 'people';

/** The view that an open or opening sidebar should show. */
export async function focusView(view: SidebarView): Promise<void> {
  await browser.storage.session.set({ [VIEW]: view });
}

/** Calls back with the view to show, now and whenever one is asked for; each is asked for once. */
export function onFocusView(callback: (view: SidebarView) => void, signal: AbortSignal): void {
  const tell = (view: unknown) => {
    if (!view) return;
    callback(view as SidebarView);
    void browser.storage.session.remove(VIEW);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => tell(changes[VIEW]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(VIEW).then(stored => tell(stored[VIEW]));
}

/** The notes that an open or opening sidebar should put first; several where they lie on the same words. */
export async function focusNotes(noteIds: string[], now: number): Promise<void> {
  await browser.storage.session.set({ [FOCUS]: { noteIds, at: now } });
}

export interface FocusedNotes {
  noteIds: string[];
  at: number;
}

/** Calls back with the notes to put first, now and whenever others are asked for. */
export function onFocusNotes(callback: (focus: FocusedNotes) => void, signal: AbortSignal): void {
  const tell = (value: unknown) => {
    if (value) callback(value as FocusedNotes);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => tell(changes[FOCUS]?.newValue);
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(FOCUS).then(stored => tell(stored[FOCUS]));
}
