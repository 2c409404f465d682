import { PromiseNumbers } from '#components/records/PromiseNumbers.tsx';
import { i18n } from '#i18n';
import { ofType } from '#lib/coaching/history.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { TodayProps } from './TodayView.tsx';

/** How my own promises turned out, week by week: the look back on a Friday (R064). Beside nobody else's. */
export function OwnPromises({ identity, records, now }: TodayProps) {
  const mine = ofType(records, 'commitment').filter(({ authorId }) => authorId === identity.memberId);
  if (mine.every(({ body }) => body.dueAt > now)) return null;
  // The promises of those to whom one wrote are among what one sees, too.
  const own = records.filter(({ type, authorId }) => type !== 'commitment' || authorId === identity.memberId);
  return (
    <details>
      <summary>{i18n.t('today.promises')}</summary>
      <dl className="numbers">
        <PromiseNumbers records={own} now={now} rules={rulesOf(identity)} />
      </dl>
    </details>
  );
}
