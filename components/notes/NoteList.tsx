import type { Behaviours, Thread } from '#components/records/live-records.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { ask } from '#lib/messages/ask.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { NoteThread } from './NoteThread.tsx';
import { TakeAlong } from './TakeAlong.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  threads: readonly Thread[];
  behaviours: Behaviours | undefined;
  now: number;
}

/** Notes from everywhere, each with the title of its artifact. A click opens the artifact. */
export function NoteList({ db, identity, threads, behaviours, now }: Props) {
  return threads.map(thread => (
    <Boundary key={thread.note.id} part="thing" of={thread}>
      <NoteThread
        db={db}
        identity={identity}
        thread={thread}
        behaviours={behaviours}
        now={now}
        onGo={() => void ask('note.open', { noteId: thread.note.id })}
      >
        <p className="hint clip" dir="auto">
          {thread.note.body.artifact.title}
        </p>
        <TakeAlong db={db} identity={identity} note={thread.note} answers={thread.answers} />
      </NoteThread>
    </Boundary>
  ));
}
