import { useState } from 'react';
import { nameOf } from '#components/people/names.ts';
import { useWeek } from '#components/routines/use-week.ts';
import { dayLabel } from '#components/ui/time-labels.ts';
import { useNow } from '#components/ui/use-now.ts';
import { i18n } from '#i18n';
import { type DueReview, reviewsDue } from '#lib/coaching/reviews/due.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { EarlierReviews } from './EarlierReviews.tsx';
import { OpenReview } from './OpenReview.tsx';
import { StartReview } from './StartReview.tsx';

/** Reviews: the one that is open, what waits, what can be started, and the earlier ones to read. */
export function ReviewsView({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const records = useWeek(db, identity);
  const now = useNow(records);
  const [openId, setOpen] = useState<string>();
  if (!records) return null;
  const reviews = records.filter(record => isType(record, 'review'));
  const open = reviews.find(({ id }) => id === openId);
  const close = () => setOpen(undefined);
  if (open) return <OpenReview {...{ db, identity, records }} review={open} onClose={close} />;
  const due = reviewsDue(records, identity.memberId, now);
  const language = i18n.t('language');
  return (
    <>
      {due.length > 0 && (
        <section aria-labelledby="reviews-due">
          <h2 id="reviews-due">{i18n.t('reviews.open')}</h2>
          <ul>
            {due.map(each => (
              <li key={each.review.id}>
                <span className="grow">
                  {reviewTexts(each.kind, language).name}
                  <span className="hint"> {about(identity, each, now)}</span>
                </span>
                <button type="button" className="button" onClick={() => setOpen(each.review.id)}>
                  {i18n.t('reviews.resume')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <StartReview {...{ db, identity, records }} onBegun={setOpen} />
      <EarlierReviews {...{ identity, records, reviews }} now={now} onOpen={setOpen} />
    </>
  );
}

function about(identity: Identity, { subjectId, dueAt }: DueReview, now: number): string {
  const who = subjectId === undefined ? '' : nameOf(identity, subjectId);
  return [who, dueAt === undefined ? '' : dayLabel(dueAt, now, { time: true })].filter(Boolean).join(' · ');
}
