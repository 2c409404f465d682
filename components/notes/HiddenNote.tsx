import { nameOf } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { deleteHidden, sendHidden } from '#lib/actions/notes/hidden.ts';
import { isHiddenFromSubject } from '#lib/coaching/notes/hidden.ts';
import type { Note, Scorecard } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  record: Note | Scorecard;
}

/** Asks the author of a note that was kept from the person it is about to send or delete it (R228). */
export function HiddenNote({ db, identity, record }: Props) {
  const { problem, saving, save } = useSaving();
  if (!isHiddenFromSubject(record) || record.authorId !== identity.memberId) return null;
  const name = nameOf(identity, record.subjectId ?? '');
  return (
    <div className="banner stack tight">
      <p>{i18n.t('note.hidden.explain', [name])}</p>
      <Problem text={problem} />
      <div className="row wrap">
        <button
          type="button"
          className="button"
          disabled={saving}
          onClick={() => void save(() => sendHidden(db, identity, record))}
        >
          {i18n.t('composer.sendTo', [name])}
        </button>
        <button
          type="button"
          className="button"
          disabled={saving}
          onClick={() => void save(() => deleteHidden(db, record))}
        >
          {i18n.t('note.hidden.delete')}
        </button>
      </div>
    </div>
  );
}
