import { useEffect, useRef, useState } from 'react';
import { SidebarComposer } from '#components/composer/SidebarComposer.tsx';
import { thisDocument } from '#components/composer/state/surface.ts';
import { TakeBackScores } from '#components/loop/TakeBack.tsx';
import { HiddenNote } from '#components/notes/HiddenNote.tsx';
import { ScorecardCard } from '#components/notes/ScorecardCard.tsx';
import type { ActivePage } from '#components/places/active-page.ts';
import { LostNotes } from '#components/places/LostNotes.tsx';
import { PlaceActions } from '#components/places/PlaceActions.tsx';
import { PlayStretch } from '#components/places/PlayStretch.tsx';
import { ThenAndNow } from '#components/places/ThenAndNow.tsx';
import { usePlaces } from '#components/places/use-places.ts';
import { type Thread, useBehaviours, useNotesHere, useRubrics } from '#components/records/live-records.ts';
import { OpenReview } from '#components/reviews/OpenReview.tsx';
import { ReviewHere } from '#components/reviews/ReviewHere.tsx';
import { useReviewRecords } from '#components/reviews/use-review-records.ts';
import { SiteHere } from '#components/sites/SiteHere.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import { i18n } from '#i18n';
import { anchorNow } from '#lib/coaching/notes/placement.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { ask, askPage } from '#lib/messages/ask.ts';
import { artifactKeys } from '#lib/records/artifact.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { MovedHere } from './MovedHere.tsx';
import { NoteThread } from './NoteThread.tsx';
import { usePageOrder } from './page-order.ts';

const NONE: readonly Thread[] = [];

interface Props {
  db: SidelineDb;
  identity: Identity;
  page: ActivePage;
  /** The notes to put first: those clicked on the page, several if they overlap. */
  focused: readonly string[];
  /** How often the panel asked to look back on this work. */
  lookBack: number;
  now: number;
  /** Called when this page's notes are on screen, or when it has none. */
  onShown(): void;
}

/** The notes on the active tab's artifact, and the composer for one more. */
export function PageView({ db, identity, page, focused, lookBack, now, onShown }: Props) {
  const { artifact, tabId } = page;
  const here = useNotesHere(db, identity, artifact);
  const threads = usePageOrder(here?.threads ?? NONE, identity.memberId, now, rulesOf(identity).clocks);
  const behaviours = useBehaviours(db, identity);
  const rubrics = useRubrics(db, identity);
  const [writing, setWriting] = useState(false);
  const [hint, setHint] = useState<{ noteId: string; text: string } | undefined>();
  const list = useRef<HTMLDivElement>(null);
  const loaded = here !== undefined;
  const drawn = (here?.threads ?? []).map(({ note, answers }) => `${note.id}${answers.length}`).join();
  const places = usePlaces(page, drawn);
  const [openReview, setOpenReview] = useState<string>();
  const looked = useReviewRecords(db, identity, artifact ? artifactKeys(artifact) : []);
  const review = looked?.filter(record => isType(record, 'review')).find(({ id }) => id === openReview);

  const known = tabId !== undefined && (loaded || !artifact);
  useEffect(() => {
    if (known) onShown();
  }, [known, onShown]);

  useEffect(() => {
    const [first] = focused;
    if (!first || !loaded) return;
    const card = list.current?.querySelector(`[data-note="${CSS.escape(first)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector('button')?.focus();
  }, [focused, loaded]);

  async function go({ note, answers }: Thread, play?: 'once' | 'loop'): Promise<void> {
    if (tabId === undefined) return;
    const anchor = anchorNow(note, answers, identity.memberId);
    const mark = { noteId: note.id, anchor, kind: note.body.kind };
    const answer = await askPage(tabId, 'tools.show', { mark, ...(play ? { play } : {}) });
    if (answer?.status === 'ad') setHint({ noteId: note.id, text: i18n.t('places.adHere') });
    else if (!answer?.found) setHint({ noteId: note.id, text: i18n.t('note.notFound') });
    else if (answer.status === 'unsure') setHint({ noteId: note.id, text: i18n.t('note.unsure') });
    else if (anchor.kind === 'moment' && answer.status === 'moved') {
      setHint({ noteId: note.id, text: i18n.t('note.moved') });
    } else setHint(undefined);
  }

  async function edit(note: StoredNote): Promise<void> {
    const outcome = await ask('compose.edit', { noteId: note.id, surface: thisDocument.id });
    if (outcome.ok) setWriting(true);
  }

  const all = threads;
  const isFocused = ({ note }: Thread) => focused.includes(note.id);
  const isLost = ({ note }: Thread) => places[note.id]?.status === 'orphan';
  // Where notes overlap, a click offers all of them side by side.
  const inOrder =
    focused.length > 1 ? [...all.filter(isFocused), ...all.filter(each => !isFocused(each))] : all;
  const shown = inOrder.filter(thread => !isLost(thread));
  const lost = inOrder.filter(isLost);

  const card = (thread: Thread) => {
    const { note, answers } = thread;
    const { status, value } = places[note.id] ?? {};
    const anchor = anchorNow(note, answers, identity.memberId);
    return (
      <Boundary key={note.id} part="thing" of={thread}>
        <NoteThread
          db={db}
          identity={identity}
          thread={thread}
          anchor={anchor}
          behaviours={behaviours}
          now={now}
          focused={isFocused(thread)}
          placeHint={hint?.noteId === note.id ? hint.text : undefined}
          onGo={() => void go(thread)}
        >
          {anchor.kind === 'field' && value !== undefined && <ThenAndNow anchor={anchor} now={value} />}
          {anchor.kind === 'moment' && anchor.end !== undefined && status !== 'orphan' && (
            <PlayStretch onPlay={play => void go(thread, play)} />
          )}
          {note.authorId === identity.memberId && (
            <button type="button" className="button quiet" onClick={() => void edit(note)}>
              {i18n.t('composer.edit.change')}
            </button>
          )}
          {(status === 'orphan' || status === 'unsure') && (
            <PlaceActions
              db={db}
              identity={identity}
              note={note}
              page={page}
              unsure={status === 'unsure'}
              onLookAgain={() => void go(thread)}
            />
          )}
        </NoteThread>
      </Boundary>
    );
  };

  // Text typed while the page moves between artifacts moves along, so the form stays.
  if (writing && (artifact || page.moving)) {
    return (
      <>
        <div>
          <button type="button" className="button quiet" onClick={() => setWriting(false)}>
            {i18n.t('sidebar.stopWriting')}
          </button>
        </div>
        <SidebarComposer page={page} />
      </>
    );
  }
  // The review stays while one looks at another page for what shows it.
  if (review && looked) {
    const close = () => setOpenReview(undefined);
    return <OpenReview {...{ db, identity, review }} records={looked} onClose={close} />;
  }
  if (page.moving) return <p className="hint">{i18n.t('composer.looking')}</p>;
  if (!artifact) {
    return <p className="empty">{page.blocked ? i18n.t('sites.blockedHere') : i18n.t('sidebar.notHere')}</p>;
  }
  return (
    <>
      <div className="row wrap">
        <button type="button" className="button primary" onClick={() => setWriting(true)}>
          {i18n.t('sidebar.write')}
        </button>
        <SiteHere artifact={artifact} tabId={tabId} />
      </div>
      {looked && here && (
        <ReviewHere
          key={artifact.key}
          {...{ db, identity, artifact, now }}
          notes={here.threads.map(({ note }) => note)}
          records={looked}
          asked={lookBack}
          onBegun={setOpenReview}
        />
      )}
      {here && <MovedHere db={db} identity={identity} artifact={artifact} threads={here.threads} />}
      <div ref={list} className="stack">
        {shown.map(card)}
        {here?.scorecards.map(card => (
          <Boundary key={card.id} part="thing" of={card}>
            <HiddenNote db={db} identity={identity} record={card} />
            <ScorecardCard card={card} identity={identity} now={now} rubrics={rubrics ?? []} />
            <TakeBackScores identity={identity} card={card} now={now} />
          </Boundary>
        ))}
        {lost.length > 0 && <LostNotes count={lost.length}>{lost.map(card)}</LostNotes>}
        {here && here.threads.length + here.scorecards.length === 0 && (
          <div className="empty">
            <p>{i18n.t('sidebar.noNotes')}</p>
            <p className="hint">{i18n.t('sidebar.emptyHint')}</p>
          </div>
        )}
      </div>
    </>
  );
}
