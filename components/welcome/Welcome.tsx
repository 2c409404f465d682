import { useState } from 'react';
import { SignIn } from '#components/settings/SignIn.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, loadIdentity } from '#lib/store/identity.ts';
import { Practice } from './Practice.tsx';
import './welcome.css';

/** After the installation: what Sideline is, and the three ways to begin. */
export function Welcome({ db }: { db: SidelineDb }) {
  const identity = useLive(() => loadIdentity(db), [db]);
  if (!identity) return null;
  const isAlone = identity.workspaceId === SOLO_WORKSPACE;
  return (
    <main className="welcome">
      <header className="stack tight">
        <h1>{i18n.t('welcome.title')}</h1>
        <p>{i18n.t('welcome.what')}</p>
        <p>{i18n.t('welcome.who')}</p>
        <p>{i18n.t('welcome.sees')}</p>
      </header>
      {isAlone ? (
        <Ways db={db} identity={identity} />
      ) : (
        <p className="banner good" role="status" data-testid="ready">
          {i18n.t('welcome.readyTeam', [identity.workspaceName])}
        </p>
      )}
      <p className="hint">{i18n.t('welcome.pin')}</p>
    </main>
  );
}

function Ways({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const [started, setStarted] = useState(false);
  return (
    <>
      <section className="stack" aria-labelledby="team">
        <h2 id="team">{i18n.t('welcome.teamTitle')}</h2>
        <p>{i18n.t('welcome.teamLead')}</p>
        <SignIn db={db} identity={identity} first />
      </section>
      <section className="stack" aria-labelledby="alone">
        <h2 id="alone">{i18n.t('welcome.aloneTitle')}</h2>
        <p>{i18n.t('welcome.aloneLead')}</p>
        <div role="status">{started && <p className="banner good">{i18n.t('welcome.ready')}</p>}</div>
        {!started && (
          <div>
            <button type="button" className="button" onClick={() => setStarted(true)}>
              {i18n.t('welcome.aloneButton')}
            </button>
          </div>
        )}
      </section>
      <Practice db={db} identity={identity} />
    </>
  );
}
