import { nameOf } from '#components/people/names.ts';
import { SyncLine } from '#components/sync/SyncLine.tsx';
import { isWithOthers, type Synced } from '#components/sync/sync-words.ts';
import { dayLabel, relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import type { Loop, Step } from '#lib/coaching/loop/loop.ts';
import { isHiddenFromSubject } from '#lib/coaching/notes/hidden.ts';
import type { Note } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';

interface Props {
  note: Note & Synced;
  answers: readonly StoredRecord[];
  loop: Loop;
  identity: Identity;
  now: number;
}

/** Whose turn it is and until when, in plain words; for the author, also whether the note was seen and answered. */
export function LoopLine({ note, answers, loop, identity, now }: Props) {
  const mine = loop.owed.find(step => step.memberId === identity.memberId);
  // Nobody owes anything on what they do not have.
  const reaches = note.sync === 'local' || (isWithOthers(note) && !isHiddenFromSubject(note));
  const step = mine ?? (reaches ? loop.next : undefined);
  return (
    <div className="turn">
      {!step && endWords(loop) && <p>{endWords(loop)}</p>}
      {step && (
        <p className={mine ? 'mine' : undefined}>
          <strong>
            {mine ? i18n.t('note.turn.yours') : i18n.t('note.turn.theirs', [nameOf(identity, step.memberId)])}
          </strong>{' '}
          {stepWords(step)}
          {', '}
          {step.overdue
            ? i18n.t('note.turn.since', [dayLabel(step.dueAt, now, { time: true })])
            : i18n.t('note.turn.by', [dayLabel(step.dueAt, now, { time: true })])}
        </p>
      )}
      {note.authorId === identity.memberId && note.subjectId !== identity.memberId && reaches && (
        <p className="hint">{reachWords(note, loop, answers, now)}</p>
      )}
      <SyncLine record={note} />
    </div>
  );
}

function stepWords({ step }: Step): string {
  return {
    answer: i18n.t('note.turn.answer'),
    reply: i18n.t('note.turn.reply'),
    commitment: i18n.t('note.turn.commitment'),
    evidence: i18n.t('note.turn.evidence'),
    verdict: i18n.t('note.turn.verdict'),
  }[step];
}

function endWords(loop: Loop): string | undefined {
  if (loop.state === 'withdrawn') return i18n.t('note.turn.withdrawn');
  if (loop.state === 'replaced') return i18n.t('note.turn.replaced');
  if (loop.referral) return i18n.t('note.turn.referred', [loop.referral.body.sentence]);
  return loop.verdict ? i18n.t('note.turn.closed') : undefined;
}

/** Sent, seen and answered are three different things. */
function reachWords(
  note: Props['note'],
  { seenAt }: Loop,
  answers: readonly StoredRecord[],
  now: number,
): string {
  const answered = answers
    .filter(({ type, authorId }) => type === 'acknowledgement' && authorId === note.subjectId)
    .sort((a, b) => a.createdAt - b.createdAt)[0];
  if (answered) return i18n.t('note.reach.answered', [relativeTime(answered.createdAt, now)]);
  if (seenAt !== null) return i18n.t('note.reach.seen', [relativeTime(seenAt, now)]);
  return i18n.t('note.reach.delivered');
}
