import { browser } from 'wxt/browser';
import { dayLabel } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { leaveIn } from '#lib/coaching/leave.ts';
import { reviewsDue } from '#lib/coaching/reviews/due.ts';
import { reviewTexts } from '#lib/coaching/reviews/texts.ts';
import { missedDaysIn } from '#lib/coaching/routines/happened.ts';
import { planOf, routinesOf } from '#lib/coaching/routines/runs.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { DueRoutines } from './DueRoutines.tsx';
import { useWeek } from './use-week.ts';

/** What the week wants today: the routine that is due, and reviews that were begun, which go on in the full page. */
export function RoutinesToday({ db, identity, now }: { db: SidelineDb; identity: Identity; now: number }) {
  const records = useWeek(db, identity);
  if (!records) return null;
  const { memberId } = identity;
  const routines = routinesOf(records, memberId, writerOf(identity).coachees);
  const around = {
    calendar: rulesOf(identity).calendar,
    leave: leaveIn(records),
    happened: missedDaysIn(records),
  };
  const plan = planOf(routines, memberId, records, now, around);
  const [review] = reviewsDue(records, memberId, now);
  return (
    <>
      <DueRoutines {...{ db, identity, plan, now }} />
      {review && (
        <p>
          <a href={browser.runtime.getURL('/dashboard.html#reviews')} target="_blank" rel="noreferrer">
            {i18n.t('reviews.resume')}: {reviewTexts(review.kind, i18n.t('language')).name}
            {review.dueAt !== undefined && (
              <span className="hint">
                {' '}
                {i18n.t('reviews.by', [dayLabel(review.dueAt, now, { time: true })])}
              </span>
            )}
          </a>
        </p>
      )}
    </>
  );
}
