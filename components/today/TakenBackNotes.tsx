import { History } from '#components/loop/History.tsx';
import { nameOf } from '#components/people/names.ts';
import { dayLabel } from '#components/ui/time-labels.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { leavesTrace } from '#lib/coaching/notes/take-back.ts';
import { traitsOf } from '#lib/records/traits.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { answersInDepth } from '#lib/store/queries/records.ts';
import { notesTakenBack } from '#lib/store/queries/taken-back.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

/** How long the line stands. */
const SHOWN_FOR = 7 * DAY;

interface Props {
  db: SidelineDb;
  identity: Identity;
  now: number;
}

interface Gone {
  note: StoredRecord;
  answers: StoredRecord[];
}

/** Notes to me that their authors took back lately: that they did, and what I had answered, which stays. */
export function TakenBackNotes({ db, identity, now }: Props) {
  // By the day, so that the database is not read again with every tick of the clock.
  const since = Math.floor((now - SHOWN_FOR) / DAY) * DAY;
  const gone = useLive(() => read(db, identity, since), [db, identity, since]);
  if (!gone || gone.length === 0) return null;
  return (
    <ul className="stack tight" aria-label={i18n.t('note.takeBack.title')}>
      {gone.map(({ note, answers }) => (
        <li key={note.id} data-taken-back="note">
          <p className="hint">
            {i18n.t('note.takeBack.noteLine', [
              nameOf(identity, note.authorId),
              dayLabel(note.createdAt, now),
            ])}
          </p>
          {answers.length > 0 && (
            <>
              <p className="hint">{i18n.t('note.takeBack.stays')}</p>
              <History answers={answers} identity={identity} now={now} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

async function read(db: SidelineDb, { workspaceId, memberId }: Identity, since: number): Promise<Gone[]> {
  const notes = await notesTakenBack(db, workspaceId, memberId, since);
  const found = await Promise.all(
    notes.map(async note => ({ note, answers: await answersInDepth(db, workspaceId, [note.id]) })),
  );
  return found
    .filter(({ note, answers }) => leavesTrace(note, answers))
    .map(({ note, answers }) => ({
      note,
      answers: answers
        .filter(({ type }) => traitsOf(type).inHistory)
        .sort((a, b) => a.createdAt - b.createdAt),
    }));
}
