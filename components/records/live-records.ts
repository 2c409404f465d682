/** Live database reads, each by an index and with a limit. The sidebar's views get their records only from here. */
import { useLive } from '#components/ui/use-live.ts';
import { answersByNote } from '#lib/coaching/loop/all-loops.ts';
import { type Artifact, artifactKeys } from '#lib/records/artifact.ts';
import { type Body, isType, type Scorecard } from '#lib/records/types.ts';
import type { SidelineDb, StoredNote } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { notesAndScoresAt } from '#lib/store/queries/notes-at.ts';
import { personRecords } from '#lib/store/queries/person.ts';
import { answersInDepth, newestFirst, notesBy, recordsOfType } from '#lib/store/queries/records.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { isSound } from '#lib/store/sound.ts';

/** A note with everything its loop is computed from, oldest first. */
export interface Thread {
  note: StoredNote;
  answers: StoredRecord[];
}

export interface OnThisPage {
  threads: Thread[];
  scorecards: (StoredRecord & Scorecard)[];
}

/** How many of one's own notes are shown at first. Older ones are on their own pages. */
const OWN_NOTES = 50;

/** Notes and scorecards on this artifact. */
export function useNotesHere(
  db: SidelineDb,
  identity: Identity | undefined,
  artifact: Pick<Artifact, 'key' | 'url' | 'formerKeys'> | null,
) {
  // As one text, so that the same places are not read again for another object.
  const places = artifact ? JSON.stringify(artifactKeys(artifact)) : undefined;
  return useLive(async (): Promise<OnThisPage | undefined> => {
    if (!identity || places === undefined) return undefined;
    const { workspaceId, memberId } = identity;
    const keys = JSON.parse(places) as string[];
    const records = await notesAndScoresAt(db, workspaceId, memberId, keys);
    const notes = records.filter(isNote);
    const scorecards = records.filter((record): record is StoredRecord & Scorecard =>
      isType(record, 'scorecard'),
    );
    return { threads: await withAnswers(db, identity, notes), scorecards };
  }, [db, identity, places]);
}

/** One person's practice, for the rules of lib/coaching. lib/store/queries/person.ts says how far back it goes. */
export function usePersonRecords(
  db: SidelineDb,
  identity: Identity | undefined,
  memberId: string | undefined,
): StoredRecord[] | undefined {
  return useLive(async () => {
    if (!identity || memberId === undefined) return undefined;
    return personRecords(db, identity.workspaceId, memberId);
  }, [db, identity, memberId]);
}

/** The notes that this member wrote about others, newest first. */
export function useNotesByMe(db: SidelineDb, identity: Identity | undefined): Thread[] | undefined {
  return useLive(async () => {
    if (!identity) return undefined;
    const { workspaceId, memberId } = identity;
    const notes = (await notesBy(db, workspaceId, memberId, { limit: OWN_NOTES }))
      .filter(isNote)
      .filter(note => note.subjectId !== memberId);
    return withAnswers(db, identity, notes);
  }, [db, identity]);
}

/** One note with everything its loop is computed from; undefined until it is read, null if it is gone. */
export function useThread(db: SidelineDb, identity: Identity, noteId: string): Thread | null | undefined {
  return useLive(async () => {
    const note = await db.records.get(noteId);
    if (!note || !isNote(note) || !isSound(note)) return null;
    const [thread] = await withAnswers(db, identity, [note]);
    return thread ?? null;
  }, [db, identity, noteId]);
}

/** The behaviours of the workspace and its people by id, as far as this person may see them. */
export type Behaviours = ReadonlyMap<string, Body<'behaviour'>>;

export function useBehaviours(db: SidelineDb, identity: Identity | undefined): Behaviours | undefined {
  return useLive(async () => {
    if (!identity) return undefined;
    const rows = await recordsOfType(db, identity.workspaceId, 'behaviour', { limit: 500 });
    return new Map(rows.flatMap(row => (isType(row, 'behaviour') ? [[row.id, row.body] as const] : [])));
  }, [db, identity]);
}

/** The notes in `records`, newest first, each with its answers. */
export function threadsOf(records: readonly StoredRecord[]): Thread[] {
  const rows = new Map(records.map(record => [record.id, record]));
  const answers = answersByNote(records);
  return records
    .filter(isNote)
    .sort(newestFirst)
    .map(note => ({
      note,
      answers: (answers.get(note.id) ?? []).flatMap(({ id }) => rows.get(id) ?? []),
    }));
}

function isNote(record: StoredRecord): record is StoredNote {
  return isType(record, 'note');
}

async function withAnswers(db: SidelineDb, identity: Identity, notes: StoredNote[]): Promise<Thread[]> {
  if (notes.length === 0) return [];
  const answers = await answersInDepth(
    db,
    identity.workspaceId,
    notes.map(note => note.id),
  );
  const wanted = new Set(notes.map(note => note.id));
  return threadsOf([...notes, ...answers]).filter(({ note }) => wanted.has(note.id));
}

/** The workspace's own rubrics in all versions, because a score is read with the version it was given on. */
export function useRubrics(db: SidelineDb, identity: Identity | undefined): Body<'rubric'>[] | undefined {
  return useLive(async () => {
    if (!identity) return undefined;
    const rows = await recordsOfType(db, identity.workspaceId, 'rubric', { limit: 500 });
    return rows.flatMap(row => (isType(row, 'rubric') ? [row.body] : []));
  }, [db, identity]);
}
