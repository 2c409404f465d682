/** Putting our scripts into a tab, once. */
import { browser } from 'wxt/browser';
import { isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { askPage } from '#lib/messages/ask.ts';

export const PAGE_SCRIPT = '/page.js';
export const TOOLS_SCRIPT = '/tools.js';
export const MEDIA_SCRIPT = '/media.js';
export const TEACH_SCRIPT = '/teach.js';
type Script = typeof PAGE_SCRIPT | typeof TOOLS_SCRIPT | typeof MEDIA_SCRIPT | typeof TEACH_SCRIPT;
export const TOOLS_STYLE = '/tools.css';

/**
 * True when the page script runs in the tab's top frame afterwards. False where the browser does not let us: its own
 * pages, the web store, a site that was not granted and whose tab nobody clicked for.
 */
export async function ensurePageScript(tabId: number): Promise<boolean> {
  if (await askPage(tabId, 'page.which', null)) return true;
  return inject(tabId, [PAGE_SCRIPT]);
}

export async function ensureTools(tabId: number): Promise<boolean> {
  const state = await askPage(tabId, 'page.which', null);
  if (state?.tools) return true;
  return inject(tabId, state ? [TOOLS_SCRIPT] : [PAGE_SCRIPT, TOOLS_SCRIPT]);
}

/** The media tools, for page tools that found a player or a picture to draw on; they know whether they are there. */
export function injectMedia(tabId: number): Promise<boolean> {
  return inject(tabId, [MEDIA_SCRIPT]);
}

/** The picker that teaches a site; it knows by itself whether it is there already. */
export function injectTeach(tabId: number): Promise<boolean> {
  return inject(tabId, [TEACH_SCRIPT]);
}

/** The page script anew, so that it asks which definition fits now. Nothing happens in a tab that has none. */
export async function restartPageScript(tabId: number): Promise<void> {
  if (!(await askPage(tabId, 'page.which', null))) return;
  await askPage(tabId, 'page.leave', null);
  await inject(tabId, [PAGE_SCRIPT]);
}

/**
 * The grant that comes with a click on the toolbar button is there a moment after the click itself (on Chromium 156 in
 * about one click of forty the first attempt came too early), so a refusal is believed only after these waits, in ms.
 */
const WAITS = [10, 20, 40, 80, 160];

/** In one call, in this order: somebody who clicked waits for every way to the page and back. */
async function inject(tabId: number, files: Script[]): Promise<boolean> {
  const target = { tabId };
  if (await isSwitchedOff(tabId)) return false;
  for (let attempt = 0; ; attempt++) {
    try {
      await Promise.all([
        browser.scripting.executeScript({ target, files }),
        files.includes(TOOLS_SCRIPT) && browser.scripting.insertCSS({ target, files: [TOOLS_STYLE] }),
      ]);
      return true;
    } catch (error) {
      // "Cannot access contents of the page": the caller goes on in the sidebar, where the person is told.
      const wait = WAITS[attempt];
      if (wait === undefined) {
        console.info('[sideline] not in this page:', String(error));
        return false;
      }
      await new Promise(done => setTimeout(done, wait));
    }
  }
}

/** The address is asked for only where an administrator has blocked anything: a click waits for every way. */
async function isSwitchedOff(tabId: number): Promise<boolean> {
  const policy = await loadPolicy();
  if (policy.blockedSites.length === 0) return false;
  const { url } = await browser.tabs.get(tabId);
  return url !== undefined && isBlocked(policy, url);
}
