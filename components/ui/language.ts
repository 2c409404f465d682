import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Tells the document which language and direction its texts have. */
export function applyLanguage(): void {
  // The language of the messages, which need not be the browser's own: a Danish browser shows English ones.
  document.documentElement.lang = i18n.t('language');
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
}
