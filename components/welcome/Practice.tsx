import { useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { SidebarComposer } from '#components/composer/SidebarComposer.tsx';
import { NoteThread } from '#components/notes/NoteThread.tsx';
import { useNotesHere } from '#components/records/live-records.ts';
import { useNow } from '#components/ui/use-now.ts';
import { i18n } from '#i18n';
import type { Artifact } from '#lib/records/artifact.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import '#components/notes/notes.css';

interface Props {
  db: SidelineDb;
  identity: Identity;
}

/** A record to practise on, with the composer beside it. What is written there is a note to oneself like any other. */
export function Practice({ db, identity }: Props) {
  const [writing, setWriting] = useState(false);
  const artifact = usePracticeRecord();
  const here = useNotesHere(db, identity, artifact);
  const now = useNow(here);
  return (
    <section className="stack" aria-labelledby="try">
      <h2 id="try">{i18n.t('welcome.tryTitle')}</h2>
      <p>{i18n.t('welcome.tryLead')}</p>
      <div className="card stack tight">
        <h3>{artifact.title}</h3>
        <dl>
          <dt className="hint">{i18n.t('welcome.dealStage')}</dt>
          <dd>{i18n.t('welcome.dealStageValue')}</dd>
          <dt className="hint">{i18n.t('welcome.dealNext')}</dt>
          <dd>{i18n.t('welcome.dealNextValue')}</dd>
        </dl>
      </div>
      {here?.threads.map(thread => (
        <NoteThread
          key={thread.note.id}
          db={db}
          identity={identity}
          thread={thread}
          behaviours={undefined}
          now={now}
          onGo={() => undefined}
        />
      ))}
      {writing ? (
        <SidebarComposer page={pageOf(artifact)} />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setWriting(true)}>
            {i18n.t('welcome.try')}
          </button>
        </div>
      )}
    </section>
  );
}

function usePracticeRecord(): Artifact {
  return useMemo(
    () => ({
      kind: 'crm',
      site: 'practice',
      key: 'sideline|practice|1',
      url: browser.runtime.getURL('/welcome.html'),
      title: i18n.t('welcome.deal'),
      stage: i18n.t('welcome.dealStageValue'),
    }),
    [],
  );
}

/** The composer knows the record by its address alone, as on a page into which nothing can be injected. */
function pageOf(artifact: Artifact) {
  return { tabId: 0, artifact, reached: false, moving: false, origin: undefined, blocked: false };
}
