import { nameOf } from '#components/people/names.ts';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { decisionOf } from '#lib/coaching/reviews/shared.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Review } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  identity: Identity;
  records: readonly Envelope[];
  reviews: readonly Review[];
  now: number;
  onOpen(id: string): void;
}

/** All reviews that are finished, and my own that I left: what was written in them stays there to be read. */
export function EarlierReviews({ identity, records, reviews, now, onOpen }: Props) {
  const done = reviews.filter(({ body }) => body.doneAt !== undefined);
  const left = reviews.filter(
    ({ authorId, body }) => authorId === identity.memberId && body.left && body.doneAt === undefined,
  );
  const list = (id: string, heading: string, each: readonly Review[]) =>
    each.length > 0 && (
      <section aria-labelledby={id}>
        <h2 id={id}>{heading}</h2>
        <ul>
          {each.map(review => (
            <li key={review.id}>
              <span className="grow">
                {reviewTexts(review.body.kind, i18n.t('language')).name}{' '}
                <span className="hint">{who(identity, review, now)}</span>
              </span>
              <span dir="auto">{decisionOf(records, review)?.body.text}</span>
              <button type="button" className="button" onClick={() => onOpen(review.id)}>
                {i18n.t('reviews.read')}
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {list('reviews-left', i18n.t('reviews.left'), left)}
      {list('reviews-done', i18n.t('reviews.done'), done)}
    </>
  );
}

function who(identity: Identity, { authorId, subjectId, body, createdAt }: Review, now: number): string {
  const people = [authorId, ...(subjectId === undefined || subjectId === authorId ? [] : [subjectId])];
  return [people.map(id => nameOf(identity, id)).join(' → '), dayLabel(body.doneAt ?? createdAt, now)].join(
    ' · ',
  );
}
