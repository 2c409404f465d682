import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { labelledBy, Tabs } from '#components/Tabs.tsx';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { BehavioursView } from './behaviours/BehavioursView.tsx';
import { Options } from './Options.tsx';
import './options.css';

const VIEWS = ['settings', 'behaviours'] as const;
type View = (typeof VIEWS)[number];

const PANEL = 'view';

/** The settings, and what a workspace works with; which one is shown stands in the address, so that a link can lead there. */
export function OptionsTabs({ db }: { db: SidelineDb }) {
  const [view, setView] = useState(viewInAddress);
  const identity = useLiveQuery(() => loadIdentity(db), [db]);
  useEffect(() => {
    const done = new AbortController();
    window.addEventListener('hashchange', () => setView(viewInAddress()), { signal: done.signal });
    return () => done.abort();
  }, []);
  return (
    <main>
      <div className="options-tabs">
        <Tabs<View>
          name={i18n.t('options.title')}
          panelId={PANEL}
          selected={view}
          tabs={[
            { id: 'settings', label: i18n.t('sidebar.settings') },
            { id: 'behaviours', label: i18n.t('behaviours.tab') },
          ]}
          onSelect={id => {
            location.hash = id;
          }}
        />
      </div>
      <div id={PANEL} role="tabpanel" aria-labelledby={labelledBy(view)}>
        {view === 'settings' ? (
          <Options db={db} />
        ) : (
          <div className="options">
            <h1>{i18n.t('behaviours.tab')}</h1>
            {identity && <BehavioursView key={identity.memberId} db={db} identity={identity} />}
          </div>
        )}
      </div>
    </main>
  );
}

function viewInAddress(): View {
  return VIEWS.find(view => `#${view}` === location.hash) ?? 'settings';
}
