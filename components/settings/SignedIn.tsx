import { useState } from 'react';
import { ExportWaiting } from '#components/sync/ExportWaiting.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { leaveWorkspace, takeAlong } from '#lib/actions/membership.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { draftsState } from '#lib/store/export-drafts.ts';
import type { Identity } from '#lib/store/identity.ts';
import { outbox } from '#lib/store/outbox.ts';
import { soloCount } from '#lib/store/workspace.ts';
import { SaveDrafts } from './SaveDrafts.tsx';

/**
 * Who is signed in, and the way to sign out. A shared computer keeps nothing, and people are warned before they lose
 * what was not sent.
 */
export function SignedIn({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const [asking, setAsking] = useState(false);
  const waiting = useLive(async () => {
    const box = await outbox(db, identity.workspaceId);
    return box.waiting + box.refused.length + box.stale.length;
  }, [db, identity]);
  const begun = useLive(() => draftsState(db, identity.workspaceId), [db, identity]);
  /** Which half-written texts their author has agreed to delete. */
  const [given, setGiven] = useState<string>();
  const mayDelete = begun?.count === 0 || (begun !== undefined && given === begun.state);
  const alone = useLive(() => soloCount(db), [db]);
  return (
    <div className="stack">
      <p data-testid="signed-in">{i18n.t('options.signedInAs', [identity.name, identity.workspaceName])}</p>
      {identity.server && <p className="hint">{i18n.t('options.signedInAt', [identity.server])}</p>}
      {alone !== undefined && alone > 0 && (
        <div className="banner stack">
          <p>{i18n.t('options.soloNotes', alone)}</p>
          <div>
            <button type="button" className="button" onClick={() => void takeAlong(db, identity)}>
              {i18n.t('options.takeAlong')}
            </button>
          </div>
        </div>
      )}
      {!asking && (
        <div>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {i18n.t('options.signOut')}
          </button>
        </div>
      )}
      {asking && (
        <section className="banner warn stack" aria-label={i18n.t('options.signOut')}>
          <p>{i18n.t('options.signOutConfirm')}</p>
          {waiting !== undefined && waiting > 0 && <p>{i18n.t('options.signOutWaiting', waiting)}</p>}
          {begun !== undefined && begun.count > 0 && (
            <>
              <p>{i18n.t('options.signOutBegun', begun.count)}</p>
              <SaveDrafts db={db} workspaceId={identity.workspaceId} />
              <label className="row">
                <input
                  type="checkbox"
                  checked={mayDelete}
                  onChange={event => setGiven(event.target.checked ? begun.state : undefined)}
                />
                {i18n.t('options.signOutDelete')}
              </label>
            </>
          )}
          <div className="row wrap">
            <button
              type="button"
              className="button primary"
              disabled={!mayDelete}
              onClick={() => void leaveWorkspace(db, identity)}
            >
              {i18n.t('options.signOut')}
            </button>
            {waiting !== undefined && waiting > 0 && (
              <ExportWaiting db={db} workspaceId={identity.workspaceId} />
            )}
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {i18n.t('options.cancel')}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}
