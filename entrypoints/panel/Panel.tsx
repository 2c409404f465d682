import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Composer } from '#components/composer/Composer.tsx';
import type { ToolsLink } from '#components/composer/state/page-link.ts';
import { createComposer } from '#components/composer/state/store.ts';
import { SiteHere } from '#components/sites/SiteHere.tsx';
import { Heading } from '#components/ui/Heading.tsx';
import { isComposing } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import { isFirstPanel } from '#lib/device/first-run.ts';
import { ask } from '#lib/messages/ask.ts';
import { type Sight, watchSight } from './in-sight.ts';

/** The panel beside the work: the composer and its few buttons. */
export function Panel({ link }: { link: ToolsLink }) {
  const main = useRef<HTMLElement>(null);
  const sight = useRef<Sight>(undefined);
  const [composer] = useState(() =>
    createComposer(link, () => sight.current?.permits() ?? Promise.resolve(false)),
  );
  const { artifact, notes } = useStore(composer.store);
  const isFirst = useFirstPanel();

  useEffect(() => {
    const done = new AbortController();
    if (main.current) sight.current = watchSight(main.current, done.signal);
    return () => done.abort();
  }, []);

  useEffect(() => {
    const done = new AbortController();
    window.addEventListener(
      'keydown',
      event => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event))
          composer.notifyTools({ type: 'close' });
      },
      { signal: done.signal },
    );
    return () => done.abort();
  }, [composer]);

  return (
    <main className="panel" ref={main}>
      <Heading artifact={artifact}>
        <button
          type="button"
          className="button quiet"
          onClick={() => void ask('panel.open-sidebar', null)}
          title={i18n.t('composer.openSidebar')}
        >
          {notes > 0 ? i18n.t('composer.notesHere', [String(notes)]) : '☰'}
          <span className="visually-hidden">{i18n.t('composer.openSidebar')}</span>
        </button>
        <IconButton
          label={i18n.t('composer.otherSide')}
          sign="⇄"
          onClick={() => composer.notifyTools({ type: 'switch-side' })}
        />
        <IconButton
          label={i18n.t('composer.close')}
          sign="✕"
          onClick={() => composer.notifyTools({ type: 'close' })}
        />
      </Heading>
      <div className="row wrap site-here">
        <SiteHere artifact={artifact} />
        {artifact && (
          <button
            type="button"
            className="button quiet"
            title={i18n.t('reviews.hereHow')}
            onClick={() => void ask('panel.look-back', null)}
          >
            {i18n.t('reviews.here')}
          </button>
        )}
      </div>
      {isFirst && (
        <p className="hint intro" data-testid="intro">
          {i18n.t('composer.intro')}
        </p>
      )}
      <Composer composer={composer} />
    </main>
  );
}

/** True while the panel is open on this device for the first time. */
function useFirstPanel(): boolean {
  const [isFirst, setIsFirst] = useState(false);
  useEffect(() => {
    isFirstPanel().then(setIsFirst, error => console.warn('[sideline] the storage did not answer:', error));
  }, []);
  return isFirst;
}

export function NoPanel() {
  return <p className="empty">{i18n.t('composer.noPanel')}</p>;
}

function IconButton({ label, sign, onClick }: { label: string; sign: string; onClick(): void }) {
  return (
    <button type="button" className="button icon" aria-label={label} title={label} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
