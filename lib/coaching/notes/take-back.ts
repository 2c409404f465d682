/** Taking back what one has written: while nobody has built on it, and without a word of what it said (R229). */
import { byTime, distinct } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { traitsOf } from '#lib/records/traits.ts';
import { isType, type Note } from '#lib/records/types.ts';
import { MINUTE } from '#lib/time.ts';

/** Within this time, and while nobody else has seen it, taking something back leaves no line behind. */
export const QUIET_MS = 2 * MINUTE;

/**
 * May this member take back their note? As long as it is unanswered, whenever it was sent. An answer that they have not
 * received yet does not hinder it; the answer then stays, and so does the line that the note was taken back.
 */
export function mayTakeBackNote(note: Note, answers: readonly Envelope[], memberId: string): boolean {
  return (
    note.authorId === memberId &&
    note.deletedAt === undefined &&
    !distinct(answers).some(each => each.refs.includes(note.id) && traitsOf(each.type).inHistory)
  );
}

/**
 * What this member wrote last under a note and may take back: it is the latest step, so nobody has gone on from it.
 * Undefined if the latest step is somebody else's.
 */
export function answerToTakeBack<T extends Envelope>(answers: readonly T[], memberId: string): T | undefined {
  const steps = answers
    .filter(each => each.deletedAt === undefined && traitsOf(each.type).inHistory)
    .sort(byTime);
  const last = steps.at(-1);
  return last?.authorId === memberId ? last : undefined;
}

/**
 * Does a tombstone show that something was taken back? Not if its author undid what they had just done before anybody
 * else saw or answered it. `others` are the records that refer to it.
 */
export function leavesTrace(tombstone: Envelope, others: readonly Envelope[]): boolean {
  if (tombstone.deletedAt === undefined) return false;
  if (tombstone.deletedAt - tombstone.createdAt > QUIET_MS) return true;
  return others.some(each => each.refs.includes(tombstone.id) && each.authorId !== tombstone.authorId);
}

/** What was sent together with the note and means nothing without it: its scores, and the ruling that let it go. */
export function sentWith(note: Note, candidates: readonly Envelope[]): Envelope[] {
  return candidates.filter(
    each =>
      each.authorId === note.authorId &&
      each.deletedAt === undefined &&
      ((isType(each, 'scorecard') && each.refs[0] === note.id) ||
        (isType(each, 'ruling') && each.id === note.body.rulingId)),
  );
}
