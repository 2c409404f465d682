import { useCallback, useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { Composer } from '#components/composer/Composer.tsx';
import { overRuntimePort, withoutTools } from '#components/composer/state/page-link.ts';
import { createComposer } from '#components/composer/state/store.ts';
import type { ActivePage } from '#components/places/active-page.ts';
import { i18n } from '#i18n';
import { ask } from '#lib/messages/ask.ts';
import type { Artifact } from '#lib/records/artifact.ts';

/**
 * The panel's composer in the sidebar, with its own connection to the page tools, or with none if the page has no
 * tools.
 */
export function SidebarComposer({ page }: { page: ActivePage }) {
  const { tabId, reached, artifact } = page;
  if (tabId === undefined) return <Looking />;
  if (reached) return <OverTools key={tabId} tabId={tabId} artifact={artifact} />;
  return artifact ? <ByAddress key={artifact.key} artifact={artifact} /> : <Looking />;
}

function Looking() {
  return <p className="hint">{i18n.t('composer.looking')}</p>;
}

/** The tools say what the tab shows. The composer stays mounted when that changes, and so do the text and the caret. */
function OverTools({ tabId, artifact }: { tabId: number; artifact: Artifact | null }) {
  const [line, setLine] = useState(0);
  /** A reloaded page has new tools: the connection to the old ones broke, so we need another. */
  const [wanted, setWanted] = useState(1);
  useEffect(() => {
    // Try again whenever the tab shows something else, because nothing can be injected while a page is loading.
    if (line === wanted || !artifact) return;
    let gone = false;
    void ask('tab.tools', { tabId }).then(({ ok }) => {
      if (!gone && ok) setLine(wanted);
    });
    return () => {
      gone = true;
    };
  }, [tabId, artifact, line, wanted]);
  const onBroken = useCallback(() => setWanted(last => last + 1), []);
  return line === 0 ? <Looking /> : <Line key={line} tabId={tabId} onBroken={onBroken} />;
}

function Line({ tabId, onBroken }: { tabId: number; onBroken(): void }) {
  const { composer, port } = useMemo(() => {
    const toTools = browser.tabs.connect(tabId, { name: 'compose', frameId: 0 });
    return { composer: createComposer(overRuntimePort(toTools)), port: toTools };
  }, [tabId]);
  useEffect(() => {
    port.onDisconnect.addListener(onBroken);
    return () => {
      composer.close();
      port.disconnect();
    };
  }, [composer, port, onBroken]);
  return <Composer composer={composer} />;
}

function ByAddress({ artifact }: { artifact: Artifact }) {
  const composer = useMemo(
    () => createComposer(withoutTools({ type: 'page', artifact, hasVideo: false, notes: 0 })),
    [artifact],
  );
  useEffect(() => composer.close, [composer]);
  return <Composer composer={composer} />;
}
