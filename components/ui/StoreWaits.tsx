import { useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';

/** Says why nothing can be read or written: another version of Sideline holds the database, or has replaced this one. */
export function StoreWaits({ db }: { db: SidelineDb }) {
  const held = useSyncExternalStore(
    listener => db.onHeld(listener),
    () => db.held,
  );
  return (
    <div role="status">
      {held && (
        <p className="banner warn" data-testid="store-held">
          {held === 'by an older window' ? i18n.t('broken.blocked') : i18n.t('broken.replaced')}
        </p>
      )}
    </div>
  );
}
