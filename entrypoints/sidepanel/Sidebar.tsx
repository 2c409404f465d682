/** The sidebar’s tabs: this page, today, people. What is edited rarely or needs room is in the settings (OptionsTabs.tsx). */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { useLookBack } from '#components/reviews/use-look-back.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { Heading } from '#components/ui/Heading.tsx';
import { StoreWaits } from '#components/ui/StoreWaits.tsx';
import { labelledBy, type Tab, Tabs } from '#components/ui/Tabs.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import '#components/notes/notes.css';
import { UnsavedSteps } from '#components/loop/UnsavedSteps.tsx';
import { PageView } from '#components/notes/PageView.tsx';
import { coachesSomebody } from '#components/people/coaches.ts';
import { useActivePage } from '#components/places/active-page.ts';
import { PageBeside } from '#components/places/page-context.ts';
import { type Thread, useNotesByMe, usePersonRecords } from '#components/records/live-records.ts';
import { Status } from '#components/sync/Status.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { owedBy } from '#lib/coaching/due/today.ts';
import { loadOwed } from '#lib/device/owed.ts';
import { onFocusLookBack, onFocusNotes, onFocusView, type SidebarView } from '#lib/device/sidebar-focus.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

/** Loaded when first shown, because the sidebar opens with this page's notes. */
const TodayView = lazy(() => import('#components/today/TodayView.tsx'));
const PeopleView = lazy(() => import('#components/people/PeopleView.tsx'));

/** The sidebar: the notes on this page, what I have to do today, and the people I coach. */
export function Sidebar({ db }: { db: SidelineDb }) {
  const [view, setView] = useState<SidebarView>('page');
  const [focused, setFocused] = useState<readonly string[]>([]);
  const [pageShown, setPageShown] = useState(false);
  const page = useActivePage();
  const [lookBack, askToLookBack] = useLookBack(page.artifact?.key);
  const identity = useLive(() => loadIdentity(db), [db]);

  const showRest = useCallback(() => setPageShown(true), []);

  useEffect(() => {
    const gone = new AbortController();
    onFocusNotes(({ noteIds }) => {
      setView('page');
      setFocused(noteIds);
    }, gone.signal);
    onFocusView(setView, gone.signal);
    onFocusLookBack(() => {
      setView('page');
      askToLookBack();
    }, gone.signal);
    return () => gone.abort();
  }, [askToLookBack]);

  const waiting = useLive(() => loadOwed(db), [db]);

  const coaches = identity !== undefined && coachesSomebody(identity);
  // Read what the page shows first; the rest can wait until it is on screen.
  const reader = pageShown || view !== 'page' ? identity : undefined;
  const practice = usePersonRecords(db, reader, identity?.memberId);
  // Coaches find what they wrote in the view of people; anybody else (after a note to a peer) finds it in Today.
  const byMe = useNotesByMe(db, coaches ? undefined : reader);
  const records = useMemo(() => practice && together(practice, byMe), [practice, byMe]);
  const now = useNow(records);
  const owed =
    records && identity ? owedBy(records, identity.memberId, now, rulesOf(identity).clocks).length : 0;
  const tabs: Tab<SidebarView>[] = [
    { id: 'page', label: i18n.t('sidebar.thisPage') },
    {
      id: 'today',
      label: owed > 0 ? i18n.t('sidebar.todayCount', [String(owed)]) : i18n.t('sidebar.today'),
    },
    ...(coaches ? [{ id: 'people' as const, label: peopleLabel(waiting?.people ?? 0) }] : []),
  ];
  return (
    <main className="sidebar">
      <Heading artifact={view === 'page' ? page.artifact : null}>
        <a
          className="button icon"
          href={browser.runtime.getURL('/dashboard.html')}
          target="_blank"
          rel="noreferrer"
          title={i18n.t('week.open')}
        >
          <span className="visually-hidden">{i18n.t('week.open')}</span>
          <svg
            viewBox="0 0 16 16"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            aria-hidden="true"
          >
            <path d="M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3" strokeWidth="1.4" />
          </svg>
        </a>
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
        <Tabs<SidebarView>
          name={i18n.t('sidebar.tabs')}
          tabs={tabs}
          selected={view}
          panelId="view"
          onSelect={setView}
        />
        <StoreWaits db={db} />
        <UnsavedSteps />
        <Boundary part="thing" of={identity}>
          <Status db={db} identity={identity} />
        </Boundary>
      </div>
      <div id="view" className="content" role="tabpanel" aria-labelledby={labelledBy(view)}>
        {identity && (
          <PageBeside value={page}>
            <Boundary key={view} part="view" of={records}>
              <Suspense>
                {view === 'page' && (
                  <PageView {...{ db, identity, page, focused, lookBack, now }} onShown={showRest} />
                )}
                {view === 'today' && <TodayView {...{ db, identity, records, coaches, now }} />}
                {view === 'people' && <PeopleView {...{ db, identity, records, coaches, now }} />}
              </Suspense>
            </Boundary>
          </PageBeside>
        )}
      </div>
    </main>
  );
}

/** My own practice and the notes I wrote with their answers, each record once. */
function together(practice: readonly StoredRecord[], byMe: readonly Thread[] = []): StoredRecord[] {
  const all = [...practice, ...byMe.flatMap(({ note, answers }) => [note, ...answers])];
  return [...new Map(all.map(record => [record.id, record])).values()];
}

function peopleLabel(waiting: number): string {
  return waiting > 0 ? i18n.t('coach.peopleCount', [String(waiting)]) : i18n.t('sidebar.people');
}
