/**
 * Opens the sidebar: Chrome's side panel or Firefox's sidebar. Both open only during a user gesture, so call it first.
 */
import { browser } from 'wxt/browser';

/** Firefox's own API, which the shared types do not list for every build. */
interface WithSidebarAction {
  sidebarAction?: { open(): Promise<void> };
}

export function openSidebar(tabId: number): void {
  const opened = browser.sidePanel
    ? browser.sidePanel.open({ tabId })
    : (browser as WithSidebarAction).sidebarAction?.open();
  // In Firefox a click on a mark in a page is no gesture for us: the note waits until the person opens the sidebar.
  opened?.catch((error: unknown) => console.info('[sideline] the sidebar stays closed:', String(error)));
}

/** Opens a window's sidebar or, if the browser refuses, the same page in a tab. */
export function openSidebarIn(windowId: number): void {
  const opened = browser.sidePanel
    ? browser.sidePanel.open({ windowId })
    : (browser as WithSidebarAction).sidebarAction?.open();
  // The window may be gone, and Firefox does not accept every click as a gesture.
  opened?.catch(() => browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }));
}
