/** Which reviews wait for a person: those that they began, and debriefs of work that came out (R116). */
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { reviewId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import type { Review } from '#lib/records/types.ts';
import { REVIEW_NUMBERS } from './defaults.ts';

/** A piece of work that came out. */
export interface Published {
  /** Its artifact's key. */
  key: string;
  /** Ms since 1970. */
  at: number;
  /** Whose it is. */
  memberId: string;
}

export interface DueReview {
  kind: ReviewKind;
  about: string;
  subjectId: string | undefined;
  /** Absent for one that was begun and has no date of its own. */
  dueAt: number | undefined;
  overdue: boolean;
  /** What was written so far. */
  review: Review | undefined;
}

/**
 * The reviews of `memberId` that are open, the earliest deadline first, those without one last. A debrief whose work is
 * older than a week is not asked for any more: the moment has gone.
 */
export function reviewsDue(
  records: readonly Envelope[],
  memberId: string,
  published: readonly Published[],
  now: number,
): DueReview[] {
  const own = new Map(
    ofType(records, 'review')
      .filter(({ authorId }) => authorId === memberId)
      .map(review => [review.id, review]),
  );
  const due = new Map<string, DueReview>();
  for (const review of own.values()) {
    const { kind, about, doneAt, left, publishedAt } = review.body;
    if (doneAt !== undefined || left) continue;
    const dueAt = publishedAt === undefined ? undefined : publishedAt + REVIEW_NUMBERS.debriefWithin;
    const subjectId = review.subjectId;
    due.set(review.id, { kind, about, subjectId, dueAt, overdue: isOver(dueAt, now), review });
  }
  for (const { key: about, at, memberId: subjectId } of published) {
    const id = reviewId('debrief', { subjectId, about, authorId: memberId });
    const dueAt = at + REVIEW_NUMBERS.debriefWithin;
    if (own.has(id) || at > now || now > at + REVIEW_NUMBERS.debriefAsked) continue;
    const isDone = hasDebrief(records, about, subjectId);
    if (isDone) continue;
    due.set(id, { kind: 'debrief', about, subjectId, dueAt, overdue: isOver(dueAt, now), review: undefined });
  }
  const order = (each: DueReview) => each.dueAt ?? Number.MAX_SAFE_INTEGER;
  return [...due.values()].sort((a, b) => order(a) - order(b) || (a.about < b.about ? -1 : 1));
}

/** Somebody debriefed it already: one debrief is enough. */
function hasDebrief(records: readonly Envelope[], about: string, subjectId: string): boolean {
  return ofType(records, 'review').some(
    review =>
      review.body.kind === 'debrief' &&
      review.body.about === about &&
      subjectOf(review) === subjectId &&
      review.body.doneAt !== undefined,
  );
}

function isOver(dueAt: number | undefined, now: number): boolean {
  return dueAt !== undefined && now > dueAt;
}
