import { nameOf } from '#components/people/names.ts';
import type { Thread } from '#components/records/live-records.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { leavesTrace } from '#lib/coaching/notes/take-back.ts';
import { traitsOf } from '#lib/records/traits.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { answersTakenBack } from '#lib/store/queries/taken-back.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  thread: Thread;
}

/** One line for each answer under a note that was taken back: that it was, and by whom, not what it said. */
export function TakenBack({ db, identity, thread: { note, answers } }: Props) {
  const ids = [note.id, ...answers.map(each => each.id)].join(' ');
  const gone = useLive(
    () => answersTakenBack(db, identity.workspaceId, ids.split(' ')),
    [db, identity.workspaceId, ids],
  );
  const lines = (gone ?? []).filter(
    each => traitsOf(each.type).inHistory && leavesTrace(each, [...answers, ...(gone ?? [])]),
  );
  if (lines.length === 0) return null;
  return (
    <ul className="stack tight">
      {lines.map(each => (
        <li key={each.id} className="hint" data-taken-back={each.type}>
          {each.authorId === identity.memberId
            ? i18n.t('note.takeBack.answerLineYou')
            : i18n.t('note.takeBack.answerLine', [nameOf(identity, each.authorId)])}
        </li>
      ))}
    </ul>
  );
}
