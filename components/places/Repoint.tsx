import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { PlaceKinds } from '#components/composer/fields/place/PlaceKinds.tsx';
import { overRuntimePort, type ToolsLink } from '#components/composer/state/page-link.ts';
import { i18n } from '#i18n';
import { moveNote } from '#lib/actions/notes/move.ts';
import { ask } from '#lib/messages/ask.ts';
import type { Place } from '#lib/messages/contract.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  note: StoredNote;
  tabId: number;
  onDone(): void;
}

/** Points a note at a new place. The author does this for everybody, anybody else for themself. */
export function Repoint({ db, identity, note, tabId, onDone }: Props) {
  const [place, setPlace] = useState<Place | undefined>();
  const [hasVideo, setHasVideo] = useState(false);
  const [problem, setProblem] = useState('');
  const [link, setLink] = useState<ToolsLink | undefined>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const gone = new AbortController();
    void ask('tab.tools', { tabId }).then(({ ok }) => {
      if (gone.signal.aborted) return;
      if (!ok) {
        setProblem(i18n.t('places.cannotReach'));
        return;
      }
      const port = browser.tabs.connect(tabId, { name: 'compose', frameId: 0 });
      gone.signal.addEventListener('abort', () => port.disconnect());
      const next = overRuntimePort(port);
      next.listen(message => {
        if (message.type === 'page') setHasVideo(message.hasVideo);
        // Ignore what the tools guess by themselves: nobody pointed at it.
        if (message.type === 'place' && !message.auto) setPlace(message.place);
      });
      setLink(next);
    });
    return () => gone.abort();
  }, [tabId]);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);

  async function take(): Promise<void> {
    if (!place) return;
    try {
      await moveNote(db, identity, note, place.anchor);
      onDone();
    } catch (error) {
      setProblem(i18n.t('places.notRepointed', [error instanceof Error ? error.message : String(error)]));
    }
  }

  const isMine = note.authorId === identity.memberId;
  return (
    <div ref={box} className="repoint stack">
      <p className="hint">{i18n.t('places.repointHint')}</p>
      <PlaceKinds
        kind={place?.anchor.kind}
        hasVideo={hasVideo}
        onPick={what => link?.send({ type: 'pick', what })}
      />
      <p role="status" dir="auto">
        <strong>{place?.label ?? i18n.t('places.noPlaceYet')}</strong>
      </p>
      <p className="hint">{isMine ? i18n.t('places.forAll') : i18n.t('places.forMe')}</p>
      {problem && <p className="banner warn">{problem}</p>}
      <div className="row wrap">
        <button type="button" className="button primary" disabled={!place} onClick={() => void take()}>
          {i18n.t('places.usePlace')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {i18n.t('places.cancel')}
        </button>
      </div>
    </div>
  );
}
