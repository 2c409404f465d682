import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Sets the document's language and text direction. */
export function applyLanguage(): void {
  // Use the language of the messages, which may differ from the browser's: a Danish browser shows English ones.
  document.documentElement.lang = i18n.t('language');
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
}
