import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/**
 * In a private window Firefox gives our pages a database of their own, which is empty and is thrown away. Without this
 * they would say that there are no notes.
 */
export function UnlessPrivate({ children }: { children(): ReactNode }) {
  if (browser.extension.inIncognitoContext) return <p className="empty">{i18n.t('broken.private')}</p>;
  return children();
}
