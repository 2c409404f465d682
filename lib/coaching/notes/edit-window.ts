/**
 * A sent note can be edited for ten minutes or until it is answered. After that, a change is a new version that refers
 * to it.
 */

import type { Envelope } from '#lib/records/envelope.ts';
import { isType, type Note } from '#lib/records/types.ts';
import { MINUTE } from '#lib/time.ts';

export const EDIT_WINDOW_MS = 10 * MINUTE;
/** What of the person's own closes it. */
export const CLOSES_EDITING = ['acknowledgement', 'commitment'] as const;

export type EditAnswer =
  | { may: true; until: number }
  | { may: false; reason: 'not-the-author' | 'answered' | 'too-late' | 'deleted' };

/**
 * May this member still change this note at `now` (ms since 1970)? `answers` are the records that refer to it. Only an
 * answer by the person whom the note is about closes the window: anybody else can at most mention the note in an answer
 * to another one. One that was taken back no longer closes it, and other records of any kind never do.
 */
export function editWindow(
  note: Note,
  answers: readonly Envelope[],
  memberId: string,
  now: number,
): EditAnswer {
  if (note.authorId !== memberId) return { may: false, reason: 'not-the-author' };
  if (note.deletedAt !== undefined) return { may: false, reason: 'deleted' };
  const answered = answers.some(
    answer =>
      answer.refs.includes(note.id) &&
      answer.authorId !== memberId &&
      answer.authorId === note.subjectId &&
      CLOSES_EDITING.some(type => isType(answer, type)),
  );
  if (answered) return { may: false, reason: 'answered' };
  const until = note.createdAt + EDIT_WINDOW_MS;
  return now < until ? { may: true, until } : { may: false, reason: 'too-late' };
}
