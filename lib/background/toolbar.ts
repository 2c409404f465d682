/**
 * The toolbar button (and Alt+Shift+S): opens the panel beside the work, or the sidebar if nothing can be injected
 * into the page.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { askPage } from '#lib/messages/ask.ts';
import { ensureTools } from './scripts.ts';
import { openSidebar } from './sidebar.ts';

interface ClickedTab {
  id?: number | undefined;
  url?: string | undefined;
}

/** Tabs into which the browser let us inject nothing. A hint for the next click only; it may vanish with the worker. */
const closedTabs = new Set<string>();

export function pressToolbar(tab: ClickedTab): void {
  const { id: tabId, url = '' } = tab;
  if (tabId === undefined) return;
  if (!/^https?:/.test(url) || closedTabs.has(`${tabId} ${url}`)) {
    // Must come before any await: the browser opens a sidebar only during the click itself.
    openSidebar(tabId);
    return;
  }
  void openPanel(tabId, url);
}

async function openPanel(tabId: number, url: string): Promise<void> {
  if (await ensureTools(tabId)) {
    await askPage(tabId, 'tools.panel', { open: 'toggle' });
    return;
  }
  const isOff = isBlocked(await loadPolicy(), url);
  if (!isOff) closedTabs.add(`${tabId} ${url}`);
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setTitle({
    tabId,
    title: isOff ? i18n.t('sites.blockedHere') : i18n.t('pageClosedTitle'),
  });
}
