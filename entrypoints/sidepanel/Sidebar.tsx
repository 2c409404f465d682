import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { Heading } from '#components/Heading.tsx';
import { i18n } from '#i18n';
import '#components/notes/notes.css';
import { onFocusNote } from '#lib/background/sidebar.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { useActivePage } from './active-page.ts';
import { InboxView } from './InboxView.tsx';
import { useInbox } from './notes-here.ts';
import { PageView } from './PageView.tsx';
import { Status } from './Status.tsx';

type View = 'page' | 'inbox';

/** The sidebar: the notes on this page, and what waits for me elsewhere. */
export function Sidebar({ db }: { db: SidelineDb }) {
  const [view, setView] = useState<View>('page');
  const [focused, setFocused] = useState<string | undefined>();
  const page = useActivePage();
  const identity = useLiveQuery(() => loadIdentity(db), [db]);
  const inbox = useInbox(db, identity);

  useEffect(() => {
    const gone = new AbortController();
    onFocusNote(({ noteId }) => {
      setView('page');
      setFocused(noteId);
    }, gone.signal);
    return () => gone.abort();
  }, []);

  const waiting = inbox?.waiting ?? 0;
  const views: { id: View; label: string }[] = [
    { id: 'page', label: i18n.t('sidebar.thisPage') },
    {
      id: 'inbox',
      label: waiting > 0 ? i18n.t('sidebar.inboxCount', [String(waiting)]) : i18n.t('sidebar.inbox'),
    },
  ];
  return (
    <main className="sidebar">
      <Heading artifact={view === 'page' ? page.artifact : null}>
        <button
          type="button"
          className="button icon"
          aria-label={i18n.t('sidebar.settings')}
          title={i18n.t('sidebar.settings')}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <span aria-hidden="true">⚙</span>
        </button>
      </Heading>
      <div>
        <div className="tabs" role="tablist" aria-label={i18n.t('sidebar.tabs')}>
          {views.map(({ id, label }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={view === id}
              aria-controls="view"
              tabIndex={view === id ? 0 : -1}
              onClick={() => setView(id)}
              onKeyDown={event => {
                if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
                const other: View = view === 'page' ? 'inbox' : 'page';
                setView(other);
                document.getElementById(`tab-${other}`)?.focus();
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <Status db={db} identity={identity} />
      </div>
      <div id="view" className="content" role="tabpanel" aria-labelledby={`tab-${view}`}>
        {identity &&
          (view === 'page' ? (
            <PageView db={db} identity={identity} page={page} focused={focused} />
          ) : (
            <InboxView db={db} identity={identity} inbox={inbox} />
          ))}
      </div>
    </main>
  );
}
