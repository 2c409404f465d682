/**
 * The full page: the week, one’s own lines, the team, reviews, programmes, the workspace. What a busy day needs is in the
 * sidebar (Sidebar.tsx).
 */
import { lazy, Suspense } from 'react';
import { WorkspaceView } from '#components/insight/workspace/WorkspaceView.tsx';
import { mayLookAtGroups } from '#components/insight/workspace/who-may.ts';
import { UnsavedSteps } from '#components/loop/UnsavedSteps.tsx';
import { coachesSomebody } from '#components/people/coaches.ts';
import { ProgrammesView } from '#components/programmes/ProgrammesView.tsx';
import { ReviewsView } from '#components/reviews/ReviewsView.tsx';
import { WeekView } from '#components/routines/WeekView.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import { StoreWaits } from '#components/ui/StoreWaits.tsx';
import { labelledBy, Tabs } from '#components/ui/Tabs.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { useViewInAddress } from '#components/ui/use-view-in-address.ts';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import './dashboard.css';

/** Loaded when first shown: they draw, and the week does not. */
const MeView = lazy(() => import('#components/insight/MeView.tsx'));
const TeamView = lazy(() => import('#components/insight/TeamView.tsx'));

const VIEWS = ['week', 'me', 'team', 'reviews', 'programmes', 'workspace'] as const;
type View = (typeof VIEWS)[number];

const SHOWN = {
  week: WeekView,
  me: MeView,
  team: TeamView,
  reviews: ReviewsView,
  programmes: ProgrammesView,
  workspace: WorkspaceView,
};

const PANEL = 'view';

/** The address holds the current tab, so that a link can lead to it. */
export function Dashboard({ db }: { db: SidelineDb }) {
  const [asked, setView] = useViewInAddress<View>(VIEWS, 'week');
  const identity = useLive(() => loadIdentity(db), [db]);
  const labels = {
    week: i18n.t('week.tab'),
    me: i18n.t('insight.me'),
    team: i18n.t('insight.team'),
    reviews: i18n.t('reviews.tab'),
    programmes: i18n.t('programmes.tab'),
    workspace: i18n.t('insight.workspace'),
  };
  // A link to a tab that somebody is not offered leads to the week.
  const offered = VIEWS.filter(id => {
    if (id === 'team') return identity !== undefined && coachesSomebody(identity);
    return id !== 'workspace' || (identity !== undefined && mayLookAtGroups(identity));
  });
  const view = identity === undefined || offered.includes(asked) ? asked : 'week';
  const Shown = SHOWN[view];
  return (
    <main className="dashboard">
      <Tabs<View>
        name={i18n.t('week.page')}
        panelId={PANEL}
        selected={view}
        tabs={offered.map(id => ({ id, label: labels[id] }))}
        onSelect={setView}
      />
      <StoreWaits db={db} />
      <UnsavedSteps />
      <div id={PANEL} role="tabpanel" aria-labelledby={labelledBy(view)}>
        <Boundary key={view} part="view" of={identity}>
          <div className="page">
            <h1>{labels[view]}</h1>
            <Suspense>
              {identity && <Shown key={`${view} ${identity.memberId}`} db={db} identity={identity} />}
            </Suspense>
          </div>
        </Boundary>
      </div>
    </main>
  );
}
