/** A miss asks somebody about it within a day, while it is still known what got in the way (R042). */
import { MISS_WINDOW, missesOf } from '#lib/coaching/behaviours/misses.ts';
import { distinct, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';

export interface OpenMiss {
  behaviourId: string;
  /** The entry or verdict that says so. */
  recordId: string;
  /** Since when it is known, in ms since 1970. */
  knownAt: number;
  /** The latest correction of this behaviour by somebody else, to ask on; undefined if there is none. */
  noteId: string | undefined;
}

/**
 * The latest miss of each behaviour that nobody has come back to within a week: since then no other person wrote to the
 * member, and the member has neither done it again nor changed what they promised.
 */
export function openMisses(records: readonly Envelope[], memberId: string, now: number): OpenMiss[] {
  const live = distinct(records);
  const latest = new Map(
    missesOf(live, memberId)
      .filter(({ at }) => at > now - MISS_WINDOW && at <= now)
      .map(miss => [miss.behaviourId, miss]),
  );
  return [...latest.values()].flatMap(({ behaviourId, recordId, at, knownAt }): OpenMiss[] => {
    const settled = live.some(
      record => record.createdAt > at && record.id !== recordId && settles(record, memberId, behaviourId),
    );
    return settled
      ? []
      : [{ behaviourId, recordId, knownAt, noteId: lastNote(live, memberId, behaviourId)?.id }];
  });
}

function settles(record: Envelope, memberId: string, behaviourId: string): boolean {
  if (record.authorId !== memberId) {
    return ['note', 'reply', 'verdict'].includes(record.type) && subjectOf(record) === memberId;
  }
  if (isType(record, 'log')) return record.body.behaviourId === behaviourId && record.body.result === 'done';
  return isType(record, 'commitment') && record.body.behaviourId === behaviourId;
}

function lastNote(live: readonly Envelope[], memberId: string, behaviourId: string): Note | undefined {
  return live
    .filter(record => isType(record, 'note'))
    .findLast(
      note =>
        subjectOf(note) === memberId && note.authorId !== memberId && note.body.behaviourId === behaviourId,
    );
}
