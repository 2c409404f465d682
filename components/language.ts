import { browser } from 'wxt/browser';

/** Tells the document which language and direction its texts have. */
export function applyLanguage(): void {
  document.documentElement.lang = browser.i18n.getUILanguage();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
}
