/** The tabs of the settings: what is edited rarely or needs room. What one looks at every day is in the sidebar (Sidebar.tsx). */
import { BehavioursView } from '#components/behaviours/BehavioursView.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import { StoreWaits } from '#components/ui/StoreWaits.tsx';
import { labelledBy, Tabs } from '#components/ui/Tabs.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { useViewInAddress } from '#components/ui/use-view-in-address.ts';
import { i18n } from '#i18n';
import type { SidelineDb } from '#lib/store/db.ts';
import { loadIdentity } from '#lib/store/identity.ts';
import { Options } from './Options.tsx';
import './options.css';
import { RubricsView } from '#components/rubrics/RubricsView.tsx';
import { TemplatesView } from '#components/templates/TemplatesView.tsx';

const VIEWS = ['settings', 'behaviours', 'rubrics', 'templates'] as const;
type View = (typeof VIEWS)[number];

const WORKED_WITH = { behaviours: BehavioursView, rubrics: RubricsView, templates: TemplatesView };

const PANEL = 'view';

/** The settings and what a workspace works with. The address holds the current tab, so that a link can lead to it. */
export function OptionsTabs({ db }: { db: SidelineDb }) {
  const [view, setView] = useViewInAddress<View>(VIEWS, 'settings');
  const identity = useLive(() => loadIdentity(db), [db]);
  const labels = {
    settings: i18n.t('sidebar.settings'),
    behaviours: i18n.t('behaviours.tab'),
    rubrics: i18n.t('rubrics.tab'),
    templates: i18n.t('templates.tab'),
  };
  const Shown = view === 'settings' ? undefined : WORKED_WITH[view];
  return (
    <main>
      <div className="options-tabs">
        <Tabs<View>
          name={i18n.t('options.title')}
          panelId={PANEL}
          selected={view}
          tabs={VIEWS.map(id => ({ id, label: labels[id] }))}
          onSelect={setView}
        />
      </div>
      <StoreWaits db={db} />
      <div id={PANEL} role="tabpanel" aria-labelledby={labelledBy(view)}>
        <Boundary key={view} part="view" of={identity}>
          {Shown ? (
            <div className="options">
              <h1>{labels[view]}</h1>
              {identity && <Shown key={`${view} ${identity.memberId}`} db={db} identity={identity} />}
            </div>
          ) : (
            <Options db={db} identity={identity} />
          )}
        </Boundary>
      </div>
    </main>
  );
}
