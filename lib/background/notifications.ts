/** A notification that is clicked opens the sidebar. What for, and in which window, is in its id: the worker may be new. */
import { browser } from 'wxt/browser';
import { focusView, type SidebarView } from '#lib/device/sidebar-focus.ts';
import { openSidebarIn } from './sidebar.ts';

const PREFIX = 'sideline';

export function notificationId(view: SidebarView, windowId: number | undefined): string {
  return `${PREFIX}|${view}|${windowId ?? ''}`;
}

/** Listens for clicks, where notifications are allowed; call it at every start, and when they come to be allowed. */
export function listenForClicks(): void {
  // The browser has this part of its interface only while the permission is there.
  browser.notifications?.onClicked.addListener(openNotification);
}

function openNotification(id: string): void {
  const [prefix, view, windowId] = id.split('|');
  if (prefix !== PREFIX) return;
  // Before any await: the browser opens a sidebar only within the click itself.
  openSidebarIn(Number(windowId));
  void focusView(view === 'people' ? 'people' : 'today');
  void browser.notifications.clear(id);
}
