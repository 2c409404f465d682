/** The shells of the extension around a story's view: what is seen here is what is shipped. */
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { Composer as ComposerView } from '#components/composer/Composer.tsx';
import { overRuntimePort } from '#components/composer/state/page-link.ts';
import type { Composer, ComposerState } from '#components/composer/state/store.ts';
import { createComposer } from '#components/composer/state/store.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { Heading } from '#components/ui/Heading.tsx';
import { UnlessPrivate } from '#components/ui/PrivateWindow.tsx';
import { Welcome } from '#components/welcome/Welcome.tsx';
import type { SidelineDb } from '#lib/store/db.ts';
import { Dashboard } from '../entrypoints/dashboard/Dashboard.tsx';
import { OptionsTabs } from '../entrypoints/options/OptionsTabs.tsx';
import { Panel } from '../entrypoints/panel/Panel.tsx';
import { Sidebar } from '../entrypoints/sidepanel/Sidebar.tsx';
import type { TabBeside } from './stand-in/tab.ts';
import { connectTo } from './stand-in/tab.ts';

export function inSidebar(db: SidelineDb): ReactNode {
  return (
    <Boundary part="page">
      <UnlessPrivate>{() => <Sidebar db={db} />}</UnlessPrivate>
    </Boundary>
  );
}

export function inOptions(db: SidelineDb): ReactNode {
  return (
    <Boundary part="page">
      <UnlessPrivate>{() => <OptionsTabs db={db} />}</UnlessPrivate>
    </Boundary>
  );
}

export function inDashboard(db: SidelineDb): ReactNode {
  return (
    <Boundary part="page">
      <UnlessPrivate>{() => <Dashboard db={db} />}</UnlessPrivate>
    </Boundary>
  );
}

/** The panel beside this tab. */
export function inPanel(tab: TabBeside): () => ReactNode {
  return () => (
    <Boundary part="page">
      <Panel link={overRuntimePort(connectTo(tab))} />
    </Boundary>
  );
}

/** The panel's composer in a state that takes a server, a second window or bad luck to get into. */
export function composerWith(tab: TabBeside, state: (loaded: ComposerState) => Partial<ComposerState>) {
  return () => {
    const composer = createComposer(overRuntimePort(connectTo(tab)));
    return <Held composer={composer} state={state} />;
  };
}

function Held({
  composer,
  state,
}: {
  composer: Composer;
  state(loaded: ComposerState): Partial<ComposerState>;
}) {
  const { artifact } = useStore(composer.store);
  useEffect(() => {
    const stop = composer.store.subscribe(loaded => {
      if (!loaded.draft) return;
      stop();
      composer.store.setState(state(loaded));
    });
    return () => {
      stop();
      composer.close();
    };
  }, [composer, state]);
  return (
    <main className="panel">
      <Heading artifact={artifact} />
      <ComposerView composer={composer} />
    </main>
  );
}

/** The page after the installation. */
export function inWelcome(db: SidelineDb): ReactNode {
  return (
    <Boundary part="page">
      <Welcome db={db} />
    </Boundary>
  );
}
