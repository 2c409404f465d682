/** What a person is shown once: the welcome page after the installation, and what the panel is. */
import { browser } from 'wxt/browser';

const WELCOMED = 'welcomed';
const PANEL_KNOWN = 'panel-known';

/** What the browser says about an installation. Firefox says `temporary` where a developer tries the extension. */
interface Installed {
  reason: string;
  temporary?: boolean;
}

/**
 * Opens the welcome page after a fresh installation, and never again: an update opens nothing, and neither does a browser
 * that installs the same extension anew at each start.
 */
export async function welcome(details: Installed): Promise<void> {
  if (await isSet(WELCOMED)) return;
  await browser.storage.local.set({ [WELCOMED]: true });
  if (details.reason === 'install' && !details.temporary)
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** True the first time that the panel opens on this device. */
export async function isFirstPanel(): Promise<boolean> {
  if (await isSet(PANEL_KNOWN)) return false;
  await browser.storage.local.set({ [PANEL_KNOWN]: true });
  return true;
}

async function isSet(name: string): Promise<boolean> {
  return (await browser.storage.local.get(name))[name] === true;
}
