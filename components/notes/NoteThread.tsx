import type { ReactNode } from 'react';
import { NextStep } from '#components/loop/NextStep.tsx';
import { TakeBack } from '#components/loop/TakeBack.tsx';
import { TakenBack } from '#components/loop/TakenBack.tsx';
import { HiddenNote } from '#components/notes/HiddenNote.tsx';
import { NoteCard } from '#components/notes/NoteCard.tsx';
import type { Behaviours, Thread } from '#components/records/live-records.ts';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Body, Note } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { useSeen } from './use-seen.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  thread: Thread;
  behaviours: Behaviours | undefined;
  now: number;
  focused?: boolean;
  /** Where the note points now, if somebody pointed it elsewhere. */
  anchor?: Anchor;
  placeHint?: string | undefined;
  onGo(): void;
  children?: ReactNode;
}

const NO_NAMES: Behaviours = new Map();

function behaviourOf(note: Note, behaviours: Behaviours | undefined): Body<'behaviour'> | undefined {
  const { behaviourId } = note.body;
  if (behaviourId === undefined) return undefined;
  return behaviours?.get(behaviourId) ?? shippedBehaviour(behaviourId)?.body;
}

/** A note with the state of its loop and, for the person whose turn it is, the form for the next step. */
export function NoteThread({ db, identity, thread, behaviours, now, children, ...card }: Props) {
  const { note, answers } = thread;
  const loop = loopOf(note, answers, now, rulesOf(identity).clocks);
  const seen = useSeen(db, identity, thread);
  return (
    <div ref={seen}>
      <NoteCard
        note={note}
        answers={answers}
        loop={loop}
        behaviours={behaviours ?? NO_NAMES}
        identity={identity}
        now={now}
        {...card}
      >
        <HiddenNote db={db} identity={identity} record={note} />
        <NextStep {...{ db, identity, note, loop, now }} behaviour={behaviourOf(note, behaviours)} />
        <TakenBack db={db} identity={identity} thread={thread} />
        {children}
        <TakeBack identity={identity} thread={thread} now={now} />
      </NoteCard>
    </div>
  );
}
