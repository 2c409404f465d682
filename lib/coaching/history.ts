/** Turns records into a history that every device reads the same way, in whatever order they arrived. */
import type { Envelope } from '#lib/records/envelope.ts';
import { type Acknowledgement, isType, type RecordOf, type RecordType } from '#lib/records/types.ts';

/** One record for each id, its highest revision, without tombstones. Duplicates and late arrivals count once. */
export function distinct(records: readonly Envelope[]): Envelope[] {
  const latest = new Map<string, Envelope>();
  for (const record of records) {
    const known = latest.get(record.id);
    if (!known || supersedes(record, known)) latest.set(record.id, record);
  }
  return [...latest.values()].filter(record => record.deletedAt === undefined).sort(byTime);
}

/**
 * Two devices of one author may make the same revision independently. Until that is settled, every reader must choose
 * the same one.
 */
function supersedes(record: Envelope, known: Envelope): boolean {
  if (record.rev !== known.rev) return record.rev > known.rev;
  if (record.updatedAt !== known.updatedAt) return record.updatedAt > known.updatedAt;
  return JSON.stringify(record) > JSON.stringify(known);
}

/** Sorts by creation time, then by id, so that every device has the same order. */
export function byTime(a: Envelope, b: Envelope): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The records of one type, each once, oldest first. */
export function ofType<T extends RecordType>(
  records: readonly Envelope[],
  type: T,
): (Envelope & RecordOf<T>)[] {
  return distinct(records).filter(record => isType(record, type));
}

/** Whose work a record is about: its subject, or its author if it has none. */
export function subjectOf(record: Envelope): string {
  return record.subjectId ?? record.authorId;
}

/** The first answer of each person to each record, by `record author` ids. */
export function firstAnswers(records: readonly Envelope[]): Map<string, Acknowledgement> {
  const firsts = new Map<string, Acknowledgement>();
  for (const answer of ofType(records, 'acknowledgement')) {
    for (const ref of answer.refs) {
      const key = `${ref} ${answer.authorId}`;
      if (!firsts.has(key)) firsts.set(key, answer);
    }
  }
  return firsts;
}

/** Ids of notes that no longer hold: their author took them back in a reply, or replaced them by a new version. */
export function retractedNotes(records: readonly Envelope[]): Set<string> {
  const notes = new Map(ofType(records, 'note').map(note => [note.id, note]));
  const gone = new Set<string>();
  for (const note of notes.values()) {
    const old = note.body.replaces === undefined ? undefined : notes.get(note.body.replaces);
    if (old && old.authorId === note.authorId) gone.add(old.id);
  }
  for (const reply of ofType(records, 'reply')) {
    if (reply.body.outcome !== 'withdrawn') continue;
    for (const ref of reply.refs) if (notes.get(ref)?.authorId === reply.authorId) gone.add(ref);
  }
  return gone;
}
