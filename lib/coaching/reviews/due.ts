/** Which reviews wait for a person: those that they began, a debrief until a day after its work came out (R116). */
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import type { Review } from '#lib/records/types.ts';
import { REVIEW_NUMBERS } from './defaults.ts';

export interface DueReview {
  kind: ReviewKind;
  about: string;
  subjectId: string | undefined;
  /** Absent for one that was begun and has no date of its own. */
  dueAt: number | undefined;
  overdue: boolean;
  /** What was written so far. */
  review: Review;
}

/**
 * The reviews of `memberId` that are open, the earliest deadline first, those without one last. A debrief says when its
 * work came out; one in which nothing is written yet is not asked for once that is a week ago, because the moment has
 * gone, nor where somebody else has debriefed the same work.
 */
export function reviewsDue(records: readonly Envelope[], memberId: string, now: number): DueReview[] {
  const reviews = ofType(records, 'review');
  return reviews
    .filter(({ authorId, body }) => authorId === memberId && body.doneAt === undefined && !body.left)
    .filter(review => !isOnlyAnnounced(review) || isAskedFor(review, reviews, now))
    .map(review => {
      const { kind, about, publishedAt } = review.body;
      const dueAt = publishedAt === undefined ? undefined : publishedAt + REVIEW_NUMBERS.debriefWithin;
      return { kind, about, subjectId: review.subjectId, dueAt, overdue: isOver(dueAt, now), review };
    })
    .sort((a, b) => order(a) - order(b) || (a.about < b.about ? -1 : 1));
}

function order({ dueAt }: DueReview): number {
  return dueAt ?? Number.MAX_SAFE_INTEGER;
}

/** It was only said that the work came out: nothing is written in it yet. */
function isOnlyAnnounced({ body }: Review): boolean {
  const { kind, publishedAt, answers, evidence } = body;
  return kind === 'debrief' && publishedAt !== undefined && answers.length + evidence.length === 0;
}

function isAskedFor(review: Review, reviews: readonly Review[], now: number): boolean {
  const { about, publishedAt = 0 } = review.body;
  if (publishedAt > now || now > publishedAt + REVIEW_NUMBERS.debriefAsked) return false;
  return !reviews.some(
    each =>
      each.body.kind === 'debrief' &&
      each.body.about === about &&
      subjectOf(each) === subjectOf(review) &&
      each.body.doneAt !== undefined,
  );
}

function isOver(dueAt: number | undefined, now: number): boolean {
  return dueAt !== undefined && now > dueAt;
}
