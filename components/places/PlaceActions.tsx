import { useState } from 'react';
import { i18n } from '#i18n';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { ActivePage } from './active-page.ts';
import { Repoint } from './Repoint.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  note: StoredNote;
  page: ActivePage;
  unsure: boolean;
  onLookAgain(): void;
}

/** For a note whose place was not found, or not with certainty: look again, or point to a new place. */
export function PlaceActions({ db, identity, note, page, unsure, onLookAgain }: Props) {
  const [pointing, setPointing] = useState(false);
  const { tabId } = page;
  if (pointing && tabId !== undefined) {
    return (
      <Repoint db={db} identity={identity} note={note} tabId={tabId} onDone={() => setPointing(false)} />
    );
  }
  return (
    <>
      {unsure && <p className="hint">{i18n.t('places.unsure')}</p>}
      <div className="row wrap">
        <button type="button" className="button" onClick={onLookAgain}>
          {i18n.t('places.lookAgain')}
        </button>
        <button type="button" className="button" onClick={() => setPointing(true)}>
          {i18n.t('places.repoint')}
        </button>
      </div>
    </>
  );
}
