import { use } from 'react';
import { PageBeside } from '#components/places/page-context.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { takeNoteAlong } from '#lib/actions/notes/move.ts';
import { artifactNow } from '#lib/coaching/notes/placement.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  note: StoredNote;
  answers: readonly Envelope[];
}

/** For a record that was converted or merged and leaves no trail: takes its note to the work beside the sidebar. */
export function TakeAlong({ db, identity, note, answers }: Props) {
  const { problem, saving, save } = useSaving();
  const beside = use(PageBeside)?.artifact;
  const isElsewhere = beside && beside.key !== artifactNow(note, answers, identity.memberId).key;
  if (!beside || !isElsewhere || beside.key === note.place) return null;
  return (
    <details>
      <summary className="hint">{i18n.t('places.movedRecord.gone')}</summary>
      <Problem text={problem} />
      <button
        type="button"
        className="button"
        disabled={saving}
        onClick={() => void save(() => takeNoteAlong(db, identity, note, beside))}
      >
        {i18n.t('places.movedRecord.takeTo', [beside.title])}
      </button>
    </details>
  );
}
