/**
 * Clicking a notification opens the sidebar. Its id holds the view and the window, because the worker may have
 * restarted.
 */
import { browser } from 'wxt/browser';
import { focusView, type SidebarView } from '#lib/device/sidebar-focus.ts';
import { openSidebarIn } from './sidebar.ts';

const PREFIX = 'sideline';

export function notificationId(view: SidebarView, windowId: number | undefined): string {
  return `${PREFIX}|${view}|${windowId ?? ''}`;
}

/** Listens for clicks. Call it at every start and when the permission is granted. */
export function listenForClicks(): void {
  // The browser has this API only while the permission is granted.
  browser.notifications?.onClicked.addListener(openNotification);
}

function openNotification(id: string): void {
  const [prefix, view, windowId] = id.split('|');
  if (prefix !== PREFIX) return;
  // Must come before any await: the browser opens a sidebar only during the click itself.
  openSidebarIn(Number(windowId));
  void focusView(view === 'people' ? 'people' : 'today');
  void browser.notifications.clear(id);
}
