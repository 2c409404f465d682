import type { Envelope } from '#lib/records/envelope.ts';
import type { Review } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { ReadReview } from './ReadReview.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { useReviewRecords } from './use-review-records.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  /** What the view around it has read. */
  records: readonly Envelope[];
  review: Review;
  onClose(): void;
}

/** A review to write in while it is open and one's own, else to read, with the notes on its work however old they are. */
export function OpenReview({ db, identity, records, review, onClose }: Props) {
  const { body } = review;
  const more = useReviewRecords(db, identity, [body.artifact?.key ?? body.about]);
  if (!more) return null;
  const all = [...records, ...more];
  const isOpen = review.authorId === identity.memberId && body.doneAt === undefined && !body.left;
  return isOpen ? (
    <ReviewForm key={review.id} {...{ db, identity, review }} records={all} onLeave={onClose} />
  ) : (
    <ReadReview {...{ db, identity, review, onClose }} records={all} />
  );
}
