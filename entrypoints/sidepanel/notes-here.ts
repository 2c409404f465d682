/** Live lists out of the database, with the answers that belong to them. */
import { useLiveQuery } from 'dexie-react-hooks';
import { isType, type Note, type Scorecard } from '#lib/records/types.ts';
import type { SidelineDb, StoredRecord } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { answersTo, notesAbout, notesBy, recordsAt, recordsOfType } from '#lib/store/records.ts';

export type StoredNote = StoredRecord & Note;

export interface Thread {
  note: StoredNote;
  answers: StoredRecord[];
}

export interface OnThisPage {
  threads: Thread[];
  scorecards: (StoredRecord & Scorecard)[];
}

/** An inbox shows this many of each side at first; older ones are on their own pages. */
const INBOX_LIMIT = 50;

export function useNotesHere(db: SidelineDb, identity: Identity | undefined, key: string | undefined) {
  return useLiveQuery(async (): Promise<OnThisPage | undefined> => {
    if (!identity || key === undefined) return undefined;
    const records = await recordsAt(db, identity.workspaceId, key);
    const notes = records.filter(isNote);
    const scorecards = records.filter((record): record is StoredRecord & Scorecard =>
      isType(record, 'scorecard'),
    );
    return { threads: winsFirst(await withAnswers(db, identity, notes), identity), scorecards };
  }, [db, identity, key]);
}

export interface Inbox {
  forMe: Thread[];
  fromMe: Thread[];
  /** How many notes about me have no answer of mine yet. */
  waiting: number;
}

export function useInbox(db: SidelineDb, identity: Identity | undefined) {
  return useLiveQuery(async (): Promise<Inbox | undefined> => {
    if (!identity) return undefined;
    const { workspaceId, memberId } = identity;
    const [about, by] = await Promise.all([
      notesAbout(db, workspaceId, memberId, { limit: INBOX_LIMIT }),
      notesBy(db, workspaceId, memberId, { limit: INBOX_LIMIT }),
    ]);
    const about2 = about.filter(isNote).filter(note => note.authorId !== memberId);
    const fromMe = await withAnswers(db, identity, by.filter(isNote));
    const threads = await withAnswers(db, identity, about2);
    const open = threads.filter(thread => !answeredBy(thread, memberId));
    const done = threads.filter(thread => answeredBy(thread, memberId));
    return { forMe: [...open, ...done], fromMe, waiting: open.length };
  }, [db, identity]);
}

export function useBehaviours(db: SidelineDb, identity: Identity | undefined) {
  return useLiveQuery(async () => {
    if (!identity) return undefined;
    const rows = await recordsOfType(db, identity.workspaceId, 'behaviour', { limit: 500 });
    return new Map(
      rows.flatMap(row =>
        isType(row, 'behaviour')
          ? [[row.id, { name: row.body.name, standard: row.body.standard }] as const]
          : [],
      ),
    );
  }, [db, identity]);
}

function isNote(record: StoredRecord): record is StoredNote {
  return isType(record, 'note');
}

async function withAnswers(db: SidelineDb, identity: Identity, notes: StoredNote[]): Promise<Thread[]> {
  if (notes.length === 0) return [];
  const answers = await answersTo(
    db,
    identity.workspaceId,
    notes.map(note => note.id),
  );
  return notes.map(note => ({
    note,
    answers: answers.filter(answer => answer.refs.includes(note.id)).reverse(),
  }));
}

function answeredBy({ answers }: Thread, memberId: string): boolean {
  return answers.some(answer => answer.type === 'acknowledgement' && answer.authorId === memberId);
}

/** A red mark is never the first thing that a person sees about themself. */
function winsFirst(threads: Thread[], { memberId }: Identity): Thread[] {
  const win = threads.find(({ note }) => note.body.kind === 'recognition' && note.subjectId === memberId);
  return win ? [win, ...threads.filter(thread => thread !== win)] : threads;
}
