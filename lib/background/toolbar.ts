/** The toolbar button (and Alt+Shift+S): the panel beside the work, or the sidebar where nothing can be put in a page. */
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

/** Tabs in which the browser let us put nothing; a hint for the next click, worth nothing after the worker died. */
const closedTabs = new Set<string>();

export function pressToolbar(tab: ClickedTab): void {
  const { id: tabId, url = '' } = tab;
  if (tabId === undefined) return;
  if (!/^https?:/.test(url) || closedTabs.has(`${tabId} ${url}`)) {
    // Before any await: the browser opens a sidebar only within the click itself.
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
