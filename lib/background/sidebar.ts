/** Opening the sidebar: Chrome's side panel, Firefox's sidebar. Both only within a person's gesture: call it first. */
import { browser } from 'wxt/browser';

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
