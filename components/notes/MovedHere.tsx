import type { Thread } from '#components/records/live-records.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { takeNoteAlong } from '#lib/actions/notes/move.ts';
import { type Artifact, artifactKeys } from '#lib/records/artifact.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { forgetMoved, movedTo } from '#lib/store/moved-records.ts';
import { recordsAt } from '#lib/store/queries/records.ts';
import { placesOf } from '#lib/store/row/row.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  artifact: Artifact;
  /** What is shown here already. */
  threads: readonly Thread[];
}

/** Notes on a record whose address leads here now, because it was merged or converted: they can be taken along. */
export function MovedHere({ db, identity, artifact, threads }: Props) {
  const { problem, saving, save } = useSaving();
  const places = JSON.stringify(artifactKeys(artifact));
  const found = useLive(
    () => read(db, identity.workspaceId, JSON.parse(places) as string[]),
    [db, identity.workspaceId, places],
  );
  const notes = (found ?? []).filter(({ id }) => !threads.some(({ note }) => note.id === id));
  const [first] = notes;
  if (!first) return null;

  async function takeAlong(): Promise<void> {
    for (const note of notes) {
      await takeNoteAlong(db, identity, note, artifact);
      await forgetMoved(db, note.id);
    }
  }

  async function leave(): Promise<void> {
    for (const note of notes) await forgetMoved(db, note.id);
  }

  return (
    <section
      className="banner stack tight"
      aria-label={i18n.t('places.movedRecord.title')}
      data-testid="moved"
    >
      <p>{i18n.t('places.movedRecord.explain', [first.body.artifact.title])}</p>
      <ul className="stack tight">
        {notes.map(note => (
          <li key={note.id} dir="auto">
            {note.body.nextAction || note.body.observation}
          </li>
        ))}
      </ul>
      <p className="hint">
        {notes.every(note => note.authorId === identity.memberId)
          ? i18n.t('places.forAll')
          : i18n.t('places.forMe')}
      </p>
      <Problem text={problem} />
      <div className="row wrap">
        <button
          type="button"
          className="button primary"
          disabled={saving}
          onClick={() => void save(takeAlong)}
        >
          {i18n.t('places.movedRecord.take')}
        </button>
        <button type="button" className="button quiet" disabled={saving} onClick={() => void save(leave)}>
          {i18n.t('places.movedRecord.leave')}
        </button>
      </div>
    </section>
  );
}

/** The note that was opened, and the others on the same record. */
async function read(db: SidelineDb, workspaceId: string, places: readonly string[]): Promise<StoredNote[]> {
  const moved = await movedTo(db, workspaceId, places);
  if (moved.length === 0) return [];
  const opened = await db.records.bulkGet(moved.map(({ noteId }) => noteId));
  const from = [...new Set(opened.flatMap(note => (note ? placesOf(note) : [])))];
  const all = await recordsAt(db, workspaceId, from);
  return all.filter((record): record is StoredNote => isType(record, 'note'));
}
