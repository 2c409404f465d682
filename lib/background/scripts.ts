/** Injects our scripts into a tab, once. */
import { browser } from 'wxt/browser';
import { isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { askPage } from '#lib/messages/ask.ts';
import type { PartName } from '#lib/messages/contract.ts';

export const PAGE_SCRIPT = '/page.js';
export const TOOLS_SCRIPT = '/tools.js';
export const TEACH_SCRIPT = '/teach.js';
type Script = typeof PAGE_SCRIPT | typeof TOOLS_SCRIPT | typeof TEACH_SCRIPT | `/${PartName}.js`;
export const TOOLS_STYLE = '/tools.css';

/**
 * True when the page script is running in the tab's top frame afterwards. False where the browser forbids it: the
 * browser's own pages, the web store, or a site that was not granted and whose tab nobody clicked the button for.
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

/** Injects a part that the page tools found something to do for. It detects by itself whether it is already there. */
export function injectPart(tabId: number, name: PartName): Promise<boolean> {
  return inject(tabId, [`/${name}.js`]);
}

/** Injects the picker that teaches a site. It detects by itself whether it is already there. */
export function injectTeach(tabId: number): Promise<boolean> {
  return inject(tabId, [TEACH_SCRIPT]);
}

/** Restarts the page script, so that it asks again which definition fits. Does nothing in a tab that has none. */
export async function restartPageScript(tabId: number): Promise<void> {
  if (!(await askPage(tabId, 'page.which', null))) return;
  await askPage(tabId, 'page.leave', null);
  await inject(tabId, [PAGE_SCRIPT]);
}

/** In all frames, of which the browser leaves out those of other origins that nobody granted. */
const styleIn = (tabId: number) => ({ target: { tabId, allFrames: true }, files: [TOOLS_STYLE] });

/** Brings the style of painted words into frames that are newer than the page tools. */
export async function styleFrames(tabId: number): Promise<void> {
  const style = styleIn(tabId);
  // Otherwise the older frames would have it once more each time.
  await browser.scripting.removeCSS(style);
  await browser.scripting.insertCSS(style);
}

/**
 * The permission from a click on the toolbar button can arrive a moment after the click itself. On Chromium 156 the
 * first attempt was too early in about one click of forty. So we believe a refusal only after these waits, in ms.
 */
const WAITS = [10, 20, 40, 80, 160];

/**
 * Injects all files in one call, in this order, because somebody who clicked waits for every round trip to the page.
 */
async function inject(tabId: number, files: Script[]): Promise<boolean> {
  const target = { tabId };
  if (await isSwitchedOff(tabId)) return false;
  for (let attempt = 0; ; attempt++) {
    try {
      await Promise.all([
        browser.scripting.executeScript({ target, files }),
        files.includes(TOOLS_SCRIPT) && browser.scripting.insertCSS(styleIn(tabId)),
      ]);
      return true;
    } catch (error) {
      // "Cannot access contents of the page": the caller continues in the sidebar, which tells the person.
      const wait = WAITS[attempt];
      if (wait === undefined) {
        console.info('[sideline] not in this page:', String(error));
        return false;
      }
      await new Promise(done => setTimeout(done, wait));
    }
  }
}

/** Asks for the address only if an administrator has blocked anything, because a click waits for every round trip. */
async function isSwitchedOff(tabId: number): Promise<boolean> {
  const policy = await loadPolicy();
  if (policy.blockedSites.length === 0) return false;
  const { url } = await browser.tabs.get(tabId);
  return url !== undefined && isBlocked(policy, url);
}
