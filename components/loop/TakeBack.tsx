import { useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import type { Thread } from '#components/records/live-records.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { answerToTakeBack, mayTakeBackNote, QUIET_MS } from '#lib/coaching/notes/take-back.ts';
import { ask } from '#lib/messages/ask.ts';
import type { TakeBack as What } from '#lib/messages/contract.ts';
import type { Scorecard } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  identity: Identity;
  thread: Thread;
  now: number;
}

/**
 * Takes back one's own unanswered note, or one's own last answer. What was just sent goes at once; later the button asks,
 * because the other person sees that something was taken back.
 */
export function TakeBack({ identity, thread: { note, answers }, now }: Props) {
  const { memberId } = identity;
  const answer = answerToTakeBack(answers, memberId);
  if (answer) {
    const words = { label: i18n.t('note.takeBack.answer'), explain: i18n.t('note.takeBack.explainAnswer') };
    return (
      <Asking
        {...words}
        what={{ noteId: note.id, answerId: answer.id }}
        isFresh={now - answer.createdAt < QUIET_MS}
      />
    );
  }
  if (!mayTakeBackNote(note, answers, memberId)) return null;
  const isForMe = note.subjectId === memberId;
  return (
    <Asking
      label={isForMe ? i18n.t('note.takeBack.delete') : i18n.t('note.takeBack.note')}
      explain={
        isForMe
          ? i18n.t('note.takeBack.explainOwn')
          : i18n.t('note.takeBack.explainNote', [nameOf(identity, note.subjectId)])
      }
      what={{ noteId: note.id }}
      isFresh={now - note.createdAt < QUIET_MS}
    />
  );
}

/** Takes back scores of one's own. */
export function TakeBackScores({
  identity,
  card,
  now,
}: {
  identity: Identity;
  card: Scorecard;
  now: number;
}) {
  // Scores that were sent with a note go when the note goes.
  if (card.authorId !== identity.memberId || card.refs.length > 0) return null;
  return (
    <Asking
      label={i18n.t('note.takeBack.note')}
      explain={i18n.t('note.takeBack.explainScores')}
      what={{ noteId: card.id, scorecardId: card.id }}
      isFresh={now - card.createdAt < QUIET_MS}
    />
  );
}

interface AskingProps {
  label: string;
  explain: string;
  what: What;
  isFresh: boolean;
}

function Asking({ label, explain, what, isFresh }: AskingProps) {
  const [asking, setAsking] = useState(false);
  const { problem, saving, save, setProblem } = useSaving();

  async function go(): Promise<void> {
    await save(async () => {
      const { ok } = await ask('note.take-back', what);
      if (!ok) setProblem(i18n.t('note.takeBack.answered'));
    });
    setAsking(false);
  }

  if (!asking) {
    return (
      <>
        <button
          type="button"
          className="button quiet"
          disabled={saving}
          onClick={() => (isFresh ? void go() : setAsking(true))}
        >
          {label}
        </button>
        <Problem text={problem} />
      </>
    );
  }
  return (
    <div className="banner stack tight">
      <p>{explain}</p>
      <div className="row wrap">
        {/* The focus was on the button that asked; it goes on to the harmless answer. */}
        <button type="button" className="button" ref={focusNow} onClick={() => setAsking(false)}>
          {i18n.t('note.takeBack.keep')}
        </button>
        <button type="button" className="button" disabled={saving} onClick={() => void go()}>
          {label}
        </button>
      </div>
    </div>
  );
}

function focusNow(button: HTMLButtonElement | null): void {
  button?.focus();
}
