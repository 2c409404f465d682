/** Notes as their readers got them: all versions of one note are one, and one that was taken back is none. */

import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Note } from '#lib/records/types.ts';

export interface SentNote {
  /** The words that hold now. */
  note: Note;
  /** The version that was sent first. Its time is when the note came. */
  first: Note;
  /** The ids of all versions. Answers may refer to any of them. */
  ids: ReadonlySet<string>;
}

/** Every note that holds, whoever wrote it and whomever it is about, oldest first by its first version. */
export function sentNotes(records: readonly Envelope[]): SentNote[] {
  const notes = ofType(records, 'note');
  const byId = new Map(notes.map(note => [note.id, note]));
  const withdrawn = new Set(
    ofType(records, 'reply')
      .filter(reply => reply.body.outcome === 'withdrawn')
      .flatMap(reply => reply.refs.filter(ref => byId.get(ref)?.authorId === reply.authorId)),
  );
  const replaced = new Set(notes.flatMap(note => before(note, byId)?.id ?? []));
  return notes
    .filter(({ id }) => !replaced.has(id))
    .map(note => versionsOf(note, byId))
    .filter(versions => !versions.some(({ id }) => withdrawn.has(id)))
    .flatMap(versions => {
      const [note] = versions;
      const first = versions.at(-1);
      return note && first ? [{ note, first, ids: new Set(versions.map(({ id }) => id)) }] : [];
    })
    .sort((a, b) => a.first.createdAt - b.first.createdAt || (a.first.id < b.first.id ? -1 : 1));
}

/** All versions, the latest first. Records that replace each other in a circle end here. */
function versionsOf(note: Note, byId: ReadonlyMap<string, Note>): Note[] {
  const versions = [note];
  for (let old = before(note, byId); old && !versions.includes(old); old = before(old, byId))
    versions.push(old);
  return versions;
}

/** The note that this one replaces. Only its author can replace a note. */
function before(note: Note, byId: ReadonlyMap<string, Note>): Note | undefined {
  const old = note.body.replaces === undefined ? undefined : byId.get(note.body.replaces);
  return old?.authorId === note.authorId && old.id !== note.id ? old : undefined;
}
