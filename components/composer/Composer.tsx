import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { Choices } from '#components/Choices.tsx';
import { Select } from '#components/Select.tsx';
import { i18n } from '#i18n';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { NoteKind } from '#lib/records/note.ts';
import { Behaviours } from './Behaviours.tsx';
import './composer.css';
import { Message } from './Message.tsx';
import { PlaceBar } from './PlaceBar.tsx';
import { Scores } from './Scores.tsx';
import type { Composer as ComposerModel } from './store.ts';

const CHECK_INS = [1, 3, 7, 14] as const;

/** Observe and annotate: the whole composer, in the panel and in the sidebar alike. */
export function Composer({ composer }: { composer: ComposerModel }) {
  const state = useStore(composer.store);
  const { artifact, context, draft } = state;
  const first = useRef<HTMLTextAreaElement>(null);
  // The caret goes to the text once it is there, and again whenever the page hands the focus back.
  const focusOrder = draft ? state.focusCount : -1;
  useEffect(() => {
    if (focusOrder >= 0) first.current?.focus();
  }, [focusOrder]);

  if (!artifact || !context || !draft) {
    return (
      <div className="composer">
        <Message state={state} />
        {!state.message && <p className="hint">{i18n.t('composer.looking')}</p>}
      </div>
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void composer.send();
    }
  }

  const subject = context.members.find(member => member.id === draft.subjectId);
  const toSelf = draft.subjectId === context.me.id;
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
        <PlaceBar composer={composer} state={state} />
        {!context.solo && (
          <Select
            label={i18n.t('composer.for')}
            options={[
              ...context.members.filter(member => member.id !== context.me.id),
              { id: context.me.id, name: i18n.t('composer.myself') },
            ]}
            value={draft.subjectId}
            onChange={subjectId => composer.change({ subjectId })}
          />
        )}
        <Choices<NoteKind>
          legend={i18n.t('composer.kind')}
          hideLegend
          value={draft.kind}
          options={[
            { value: 'correction', label: <Sign kind="correction" text={i18n.t('kindCorrection')} /> },
            { value: 'recognition', label: <Sign kind="recognition" text={i18n.t('kindRecognition')} /> },
            { value: 'question', label: <Sign kind="question" text={i18n.t('kindQuestion')} /> },
          ]}
          onChange={kind => composer.change({ kind })}
        />
        <Behaviours
          behaviours={context.behaviours}
          draft={draft}
          onChange={behaviourId => composer.change({ behaviourId })}
        />
        <Part
          label={i18n.t('composer.observation')}
          hint={i18n.t('composer.observationHint')}
          value={draft.observation}
          inputRef={first}
          onChange={observation => composer.change({ observation })}
        />
        <Part
          label={i18n.t('composer.impact')}
          value={draft.impact}
          onChange={impact => composer.change({ impact })}
        />
        <Part
          label={draft.kind === 'question' ? i18n.t('composer.answerTo') : i18n.t('composer.nextAction')}
          hint={i18n.t('composer.nextActionHint')}
          value={draft.nextAction}
          onChange={nextAction => composer.change({ nextAction })}
        />
        <CheckIn draft={draft} onChange={checkInDays => composer.change({ checkInDays })} />
        <details open={Object.keys(draft.scores).length > 0 || undefined}>
          <summary>{i18n.t('composer.scores')}</summary>
          <p className="hint">{i18n.t('composer.scoresHint')}</p>
          <Scores
            kind={artifact.kind}
            scores={draft.scores}
            onChange={scores => composer.change({ scores })}
          />
        </details>
        {!context.solo && !toSelf && (
          <Choices<ComposerDraft['audience']>
            legend={i18n.t('composer.audience')}
            value={draft.audience}
            options={[
              { value: 'pair', label: i18n.t('composer.audiencePair', [subject?.name ?? '']) },
              { value: 'coaches', label: i18n.t('composer.audienceCoaches', [subject?.name ?? '']) },
              { value: 'author', label: i18n.t('composer.audienceAuthor') },
            ]}
            onChange={audience => composer.change({ audience })}
          />
        )}
      </div>
      <div className="send stack">
        <Message state={state} />
        <div className="row">
          <button type="submit" className="button primary" disabled={state.sending}>
            {state.sending
              ? i18n.t('composer.sending')
              : toSelf
                ? i18n.t('composer.save')
                : i18n.t('composer.send')}
          </button>
          <span className="hint grow">{i18n.t('composer.keys')}</span>
        </div>
      </div>
    </form>
  );
}

const SIGNS: Record<NoteKind, string> = { correction: '●', recognition: '▲', question: '?' };

function Sign({ kind, text }: { kind: NoteKind; text: string }) {
  return (
    <>
      <b aria-hidden="true" className={`kind-${kind}`}>
        {SIGNS[kind]}
      </b>
      {text}
    </>
  );
}

interface PartProps {
  label: string;
  hint?: string;
  value: string;
  inputRef?: React.Ref<HTMLTextAreaElement>;
  onChange(value: string): void;
}

function Part({ label, hint, value, inputRef, onChange }: PartProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="row wrap" style={{ gap: '0 8px' }}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={`${id}-hint`} className="hint">
            {hint}
          </span>
        )}
      </div>
      <textarea
        id={id}
        ref={inputRef}
        className="input"
        dir="auto"
        rows={2}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}

function CheckIn({ draft, onChange }: { draft: ComposerDraft; onChange(days: number): void }) {
  const labels = [
    i18n.t('composer.tomorrow'),
    i18n.t('composer.in3days'),
    i18n.t('composer.inWeek'),
    i18n.t('composer.in2weeks'),
  ];
  return (
    <Choices
      legend={i18n.t('composer.checkIn')}
      value={draft.checkInDays === undefined ? undefined : String(draft.checkInDays)}
      options={CHECK_INS.map((days, index) => ({ value: String(days), label: labels[index] }))}
      onChange={days => onChange(Number(days))}
    />
  );
}
