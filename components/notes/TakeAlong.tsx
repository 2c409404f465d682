import { use } from 'react';
import { PageBeside } from '#components/places/page-context.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { takeNoteAlong } from '#lib/actions/notes/move.ts';
import { artifactNow } from '#lib/coaching/notes/placement.ts';
import type { Artifact } from '#lib/records/artifact.ts';
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
  if (!beside) return null;
  const now = artifactNow(note, answers, identity.memberId);
  const isHere = beside.key === now.key || beside.key === note.place;
  // A record becomes another one of the same software. Beside anything else the offer would only be in the way.
  if (isHere || originOf(beside) !== originOf(now)) return null;
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

function originOf({ url }: Artifact): string | undefined {
  return URL.parse(url)?.origin;
}
