import { LoopLine } from '#components/loop/LoopLine.tsx';
import { NoteList } from '#components/notes/NoteList.tsx';
import type { Behaviours, Thread } from '#components/records/live-records.ts';
import { loopOf } from '#lib/coaching/loop/loop.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  thread: Thread;
  behaviours: Behaviours | undefined;
  now: number;
}

/** A note on which I owe a step, in two lines. Opened, it is the whole card with the form for that step. */
export function OwedRow({ thread, ...list }: Props) {
  const { note, answers } = thread;
  const { observation, nextAction } = note.body;
  const loop = loopOf(note, answers, list.now, rulesOf(list.identity).clocks);
  return (
    <details className="card">
      <summary>
        <span className="two-lines" dir="auto">
          {nextAction || observation}
        </span>
        <LoopLine note={note} answers={answers} loop={loop} identity={list.identity} now={list.now} />
      </summary>
      <NoteList {...list} threads={[thread]} />
    </details>
  );
}
