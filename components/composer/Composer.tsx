import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { subjectNameIn } from '#components/people/names.ts';
import { isAltLetter, isComposing } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import { asksToLookAgain } from '#lib/actions/notes/on-screen.ts';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { CountedOver } from './CountedOver.tsx';
import { Audience } from './fields/Audience.tsx';
import { Behaviours } from './fields/Behaviours.tsx';
import { CheckIn } from './fields/CheckIn.tsx';
import { Circumstances } from './fields/Circumstances.tsx';
import { RepeatedCorrection } from './RepeatedCorrection.tsx';
import './composer.css';
import { Kinds, kindByKey } from './fields/Kinds.tsx';
import { NoteParts } from './fields/NoteParts.tsx';
import { PlaceBar } from './fields/place/PlaceBar.tsx';
import { Scores } from './fields/Scores.tsx';
import { WhomField } from './fields/WhomField.tsx';
import { HalfWritten } from './HalfWritten.tsx';
import { Message } from './Message.tsx';
import { hasText } from './state/draft-content.ts';
import type { Composer as ComposerModel, ComposerState } from './state/store.ts';
import { TwoVersions } from './TwoVersions.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useAhead } from './use-ahead.ts';

/** The whole composer, used by both the panel and the sidebar. */
export function Composer({ composer }: { composer: ComposerModel }) {
  const state = useStore(composer.store);
  const { artifact, context, draft } = state;
  useEffect(() => {
    // Another tab may have closed or written a draft, so look up the half-written notes when the person comes back
    // here.
    const look = () => void composer.look();
    window.addEventListener('focus', look);
    // Some text may be waiting for its turn to be saved, and there is no turn any more once the page is gone.
    window.addEventListener('pagehide', composer.flush);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('pagehide', composer.flush);
    };
  }, [composer]);
  // Keep the form while the page moves between artifacts, because the caret is in it.
  if (!(artifact || state.moving) || !context || !draft) {
    return (
      <div className="composer">
        <Message state={state} />
        <Unsaved state={state} />
        {state.message && artifact && (
          <button type="button" className="button" onClick={() => void composer.look()}>
            {i18n.t('broken.again')}
          </button>
        )}
        {!state.message && (
          <p className="hint">{state.lost ? i18n.t('composer.moving.lost') : i18n.t('composer.looking')}</p>
        )}
      </div>
    );
  }
  return <Form composer={composer} state={state} artifact={artifact} context={context} draft={draft} />;
}

interface FormProps {
  composer: ComposerModel;
  state: ComposerState;
  /** Null while the page moves between artifacts. */
  artifact: Artifact | null;
  context: ComposerContext;
  draft: ComposerDraft;
}

/** Right after a note has gone, its empty form has nothing to be kept until tomorrow. */
function saysEnough(message: ComposerState['message'], draft: ComposerDraft): boolean {
  return message?.kind === 'enough-today' || (message?.kind === 'sent' && !hasText(draft));
}

function Form({ composer, state, artifact, context, draft }: FormProps) {
  const ahead = useAhead(artifact, draft);
  const first = useRef<HTMLTextAreaElement>(null);
  // Put the caret into the text once it is rendered, and again whenever the page returns the focus.
  const { focusCount } = state;
  useEffect(() => {
    if (focusCount >= 0) first.current?.focus();
  }, [focusCount]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void composer.send();
      return;
    }
    if (isAltLetter(event, 's')) {
      event.preventDefault();
      const scores = event.currentTarget.querySelector<HTMLDetailsElement>('[data-scores]');
      if (scores) scores.open = true;
      scores?.querySelector('input')?.focus();
      return;
    }
    const kind = kindByKey(event, draft.kind);
    if (!kind) return;
    event.preventDefault();
    composer.change({ kind });
  }

  const subjectName = subjectNameIn(context, draft.subjectId);
  const toSelf = draft.subjectId === context.me.id;
  const words = sendWords(context.solo, toSelf, subjectName);
  return (
    <form
      className="composer"
      aria-label={i18n.t('composer.title')}
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault();
        void composer.send();
      }}
    >
      <div className="parts">
        {draft.edits && (
          <div className="banner row wrap">
            <p className="grow">{i18n.t('composer.edit.changing')}</p>
            <button type="button" className="button quiet" onClick={() => void composer.clear()}>
              {i18n.t('composer.edit.giveUp')}
            </button>
          </div>
        )}
        <PlaceBar composer={composer} state={state} />
        {/* Who has it already and may see it stays as it is: a change reaches the same people. */}
        {!context.solo && !draft.edits && (
          <WhomField
            context={context}
            draft={draft}
            artifact={artifact}
            stopped={asksWhom(state)}
            onChange={subjectId => composer.change({ subjectId })}
          />
        )}
        <Kinds kind={draft.kind} onChange={kind => composer.change({ kind })} />
        <Behaviours
          context={context}
          draft={draft}
          kind={artifact?.kind}
          onChange={behaviourId => composer.change({ behaviourId })}
        />
        {ahead && (
          <RepeatedCorrection
            ahead={ahead}
            ruling={draft.ruling}
            stopped={state.message?.kind === 'ruling-first'}
            onChange={ruling => composer.change({ ruling })}
          />
        )}
        {ahead && <CountedOver ahead={ahead} />}
        <NoteParts composer={composer} state={state} context={context} draft={draft} inputRef={first} />
        {asksToLookAgain(draft.kind) && (
          <CheckIn days={draft.checkInDays} onChange={checkInDays => composer.change({ checkInDays })} />
        )}
        <Circumstances
          lateAfter={context.lateAfter}
          composer={composer}
          artifact={state.artifact}
          draft={draft}
          ahead={ahead}
          toSelf={toSelf}
        />
        <Scores composer={composer} state={state} context={context} draft={draft} />
        {!context.solo && (!draft.edits || draft.audience === 'author') && !toSelf && draft.subjectId && (
          <Audience composer={composer} context={context} draft={draft} />
        )}
      </div>
      <div className="send stack">
        <HalfWritten composer={composer} state={state} />
        <Message
          state={state}
          onEdit={noteId => void composer.edit(noteId)}
          onUndo={() => void composer.undo()}
        />
        {state.message?.kind === 'changed-elsewhere' && (
          <TwoVersions composer={composer} theirs={state.message.theirs} draft={draft} />
        )}
        <Unsaved state={state} />
        {state.moving && (
          <p className="hint" role="status">
            {state.lost ? i18n.t('composer.moving.lost') : i18n.t('composer.moving.wait')}
          </p>
        )}
        {ahead?.enoughToday && !saysEnough(state.message, draft) && (
          <p className="hint">{i18n.t('composer.enoughToday', [subjectName, String(ahead.limit)])}</p>
        )}
        <div className="row wrap">
          <button
            type="submit"
            className={toSelf ? 'button primary to-self' : 'button primary'}
            disabled={state.sending || state.moving}
            onClick={event => {
              // The second half of a double click would send the next note, which is still empty.
              if (event.detail > 1) event.preventDefault();
            }}
          >
            {state.sending ? i18n.t('composer.sending') : words}
          </button>
          <span className="hint grow">
            {isInFrame() ? i18n.t('composer.keysPanel', [words]) : i18n.t('composer.keys', [words])}
          </span>
        </div>
      </div>
    </form>
  );
}

/** Nothing can be sent until its author has chosen whom the note is for. */
function asksWhom({ message }: ComposerState): boolean {
  if (message?.kind === 'incomplete') return message.problem === 'subject';
  return message?.kind === 'whom-anew' || message?.kind === 'may-not-write';
}

/** The button itself says who gets the note. */
function sendWords(solo: boolean, toSelf: boolean, name: string): string {
  if (solo) return i18n.t('composer.save');
  if (toSelf) return i18n.t('composer.keepForMe');
  return name === '' ? i18n.t('composer.send') : i18n.t('composer.sendTo', [name]);
}

/** Esc closes the panel, which is a frame in the page; the sidebar stays. */
function isInFrame(): boolean {
  return window.parent !== window;
}
