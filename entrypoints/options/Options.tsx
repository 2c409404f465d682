import { browser } from 'wxt/browser';
import { saveFile } from '#components/ui/save-file.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { toEnvelope } from '#lib/store/row/row.ts';
import { loadSyncStatus } from '#lib/sync/status.ts';
import './options.css';
import { Positions } from '#components/settings/Positions.tsx';
import { Reminders } from '#components/settings/Reminders.tsx';
import { SignedIn } from '#components/settings/SignedIn.tsx';
import { SignIn } from '#components/settings/SignIn.tsx';
import { WorkspaceSettings } from '#components/settings/WorkspaceSettings.tsx';
import { Sites } from '#components/sites/Sites.tsx';
import { SitesTaught } from '#components/sites/SitesTaught.tsx';

/** Settings: the account, the sites, the reminders, the data. */
export function Options({ db, identity }: { db: SidelineDb; identity: Identity | undefined }) {
  const status = useLive(() => loadSyncStatus(db), [db]);
  const solo = identity?.workspaceId === SOLO_WORKSPACE;
  const signedOut = status?.state === 'signed-out';

  async function exportAll(): Promise<void> {
    const rows = await db.records.orderBy('id').toArray();
    saveFile('sideline-notes.ndjson', rows.map(row => `${JSON.stringify(toEnvelope(row))}\n`).join(''));
  }

  return (
    <div className="options">
      <h1>{i18n.t('options.title')}</h1>
      <section aria-labelledby="account">
        <h2 id="account">{i18n.t('options.account')}</h2>
        {identity && !solo && <SignedIn db={db} identity={identity} />}
        {identity && (solo || signedOut) && <SignIn db={db} identity={identity} />}
      </section>
      <section aria-labelledby="position">
        <h2 id="position">{i18n.t('position.title')}</h2>
        {identity && <Positions db={db} identity={identity} />}
      </section>
      <section aria-labelledby="sites">
        <h2 id="sites">{i18n.t('options.sites')}</h2>
        <Sites />
        {identity && <SitesTaught db={db} identity={identity} />}
      </section>
      <section aria-labelledby="reminders">
        <h2 id="reminders">{i18n.t('reminders.title')}</h2>
        {identity && <Reminders db={db} identity={identity} />}
      </section>
      <section aria-labelledby="workspace">
        <h2 id="workspace">{i18n.t('workspace.title')}</h2>
        {identity && <WorkspaceSettings db={db} identity={identity} />}
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{i18n.t('options.data')}</h2>
        <div>
          <button type="button" className="button" onClick={() => void exportAll()}>
            {i18n.t('options.exportAll')}
          </button>
        </div>
      </section>
      <p className="hint">{i18n.t('options.about', [browser.runtime.getManifest().version])}</p>
    </div>
  );
}
