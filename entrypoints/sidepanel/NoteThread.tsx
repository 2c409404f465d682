import type { ReactNode } from 'react';
import { NoteCard } from '#components/notes/NoteCard.tsx';
import { loopOf } from '#lib/coaching/loop.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { BehaviourNames, Thread } from './live-records.ts';
import { NextStep } from './NextStep.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  thread: Thread;
  behaviours: BehaviourNames | undefined;
  now: number;
  focused?: boolean;
  placeHint?: string | undefined;
  onGo(): void;
  children?: ReactNode;
}

const NO_NAMES: BehaviourNames = new Map();

/** A note with where its loop stands and, for the one whose turn it is, the form for the next step. */
export function NoteThread({ db, identity, thread, behaviours, now, children, ...card }: Props) {
  const { note, answers } = thread;
  const loop = loopOf(note, answers, now);
  return (
    <NoteCard
      note={note}
      answers={answers}
      loop={loop}
      behaviours={behaviours ?? NO_NAMES}
      identity={identity}
      now={now}
      {...card}
    >
      <NextStep db={db} identity={identity} note={note} loop={loop} now={now} />
      {children}
    </NoteCard>
  );
}
