import { i18n } from '#i18n';
import { isStorageFull, isStoreClosed } from '#lib/store/errors.ts';

/** Why it could not be saved, in words for the person. What they wrote stays in the form. */
export function notSaved(error: unknown): string {
  if (isStorageFull(error)) return i18n.t('composer.storageFull');
  if (isStoreClosed(error)) return i18n.t('broken.store');
  return i18n.t('composer.notSent', [error instanceof Error ? error.message : String(error)]);
}
