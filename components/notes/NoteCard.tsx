import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { formatTime } from '#lib/anchors/media/moment.ts';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import type { Loop } from '#lib/coaching/loop/loop.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { NoteKind } from '#lib/records/kinds/note.ts';
import type { Note } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { HOUR } from '#lib/time.ts';
import { CopyLink } from './CopyLink.tsx';
import './notes.css';
import { History } from '#components/loop/History.tsx';
import { LoopLine } from '#components/loop/LoopLine.tsx';
import { authorAndSubject } from '#components/people/names.ts';
import { dayLabel, relativeTime } from '#components/ui/time-labels.ts';
import { WhoSees } from './WhoSees.tsx';

const SIGNS: Record<NoteKind, string> = { correction: '●', recognition: '▲', question: '?' };

interface Props {
  note: StoredRecord & Note;
  answers: readonly StoredRecord[];
  loop: Loop;
  behaviours: ReadonlyMap<string, { name: string; standard: string }>;
  identity: Identity;
  now: number;
  focused?: boolean;
  /** Where the note points now, if somebody pointed it elsewhere. */
  anchor?: Anchor;
  /** Says how the last jump ended: the place is gone, or not certain. */
  placeHint?: string | undefined;
  onGo(): void;
  /** The form for the next step, and whatever else a view adds. */
  children?: ReactNode;
}

/** One note with its answers: where, what, why, next time, and whose turn it is. */
export function NoteCard(props: Props) {
  const { note, answers, loop, behaviours, identity, now, focused, placeHint, onGo } = props;
  const { body } = note;
  const kind = {
    correction: i18n.t('kindCorrection'),
    recognition: i18n.t('kindRecognition'),
    question: i18n.t('kindQuestion'),
  }[body.kind];
  const shipped = body.behaviourId ? shippedBehaviour(body.behaviourId)?.body : undefined;
  const behaviour = body.behaviourId ? (behaviours.get(body.behaviourId) ?? shipped) : undefined;
  return (
    <article
      className={focused ? 'note focused' : 'note'}
      data-note={note.id}
      aria-label={`${kind}: ${body.observation}`}
    >
      <div className="meta">
        <span className={`badge kind-${body.kind}`}>
          <span aria-hidden="true">{SIGNS[body.kind]}</span> {kind}
        </span>
        <span>{authorAndSubject(note, identity)}</span>
        <time dateTime={new Date(note.createdAt).toISOString()}>{relativeTime(note.createdAt, now)}</time>
        {loop.late && <span>{i18n.t('note.late', rulesOf(identity).clocks.note / HOUR)}</span>}
        {body.live && <span>{i18n.t('note.live')}</span>}
        {body.scope === 'pattern' && <span>{i18n.t('note.habit')}</span>}
        {body.route === 'conversation' && <strong>{i18n.t('note.wantsToTalk')}</strong>}
      </div>
      <div className="place-row">
        <button type="button" className="button where" dir="auto" onClick={onGo}>
          <span className="visually-hidden">{i18n.t('note.goTo', [''])}</span>
          <span>{placeLabel(props.anchor ?? body.anchor, body.artifact.title)}</span>
        </button>
        <CopyLink noteId={note.id} />
      </div>
      {placeHint && (
        <p className="banner warn" role="status">
          {placeHint}
        </p>
      )}
      {behaviour && (
        <p className="hint" dir="auto">
          <strong>{behaviour.name}</strong>
          {behaviour.standard && ` · ${behaviour.standard}`}
        </p>
      )}
      <dl>
        {body.observation && <Line term={i18n.t('note.observation')}>{body.observation}</Line>}
        {body.impact && <Line term={i18n.t('note.impact')}>{body.impact}</Line>}
        {body.affirmation && <Line term={i18n.t('note.affirmation')}>{body.affirmation}</Line>}
        {body.nextAction && (
          <Line
            className="next"
            term={body.kind === 'question' ? i18n.t('kindQuestion') : i18n.t('note.next')}
          >
            {body.nextAction}
          </Line>
        )}
      </dl>
      {body.checkInAt !== undefined && (
        <p className="hint">
          {body.checkInAt < now
            ? i18n.t('note.checkInPast', [dayLabel(body.checkInAt, now)])
            : i18n.t('note.checkIn', [relativeTime(body.checkInAt, now)])}
        </p>
      )}
      <History answers={answers} identity={identity} now={now} />
      <LoopLine note={note} answers={answers} loop={loop} identity={identity} now={now} />
      {props.children}
      <WhoSees note={note} identity={identity} />
    </article>
  );
}

function Line({ term, className, children }: { term: string; className?: string; children: string }) {
  return (
    <div className={className}>
      <dt>{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** A label for a place from the anchor alone, so that the page need not be open. */
export function placeLabel(anchor: Anchor, title: string): string {
  switch (anchor.kind) {
    case 'words':
      return `“${anchor.quote.exact}”`;
    case 'field':
      return anchor.value === '' ? anchor.label : `${anchor.label}: ${anchor.value}`;
    case 'moment': {
      const start = formatTime(anchor.start);
      const time = anchor.end === undefined ? start : `${start}–${formatTime(anchor.end)}`;
      return anchor.caption ? `${time} “${anchor.caption}”` : time;
    }
    case 'region':
      return anchor.moment ? formatTime(anchor.moment.start) : title;
    case 'whole':
      return anchor.quote ? `“${anchor.quote}”` : title || i18n.t('note.whole');
  }
}
