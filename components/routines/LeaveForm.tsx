import { useState } from 'react';
import { Problem } from '#components/ui/Problem.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { deleteLeave, takeLeave } from '#lib/actions/routines.ts';
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
  today: string;
}

/** Days away, from today by default; they may also have begun already. Nobody is asked why. Wrong ones can be deleted. */
export function LeaveForm({ db, identity, records, today }: Props) {
  const { problem, saving, save } = useSaving();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [saved, setSaved] = useState(false);
  const mine = ofType(records, 'leave').filter(({ authorId }) => authorId === identity.memberId);
  const inOrder = from !== '' && from <= to;
  return (
    <details>
      <summary>{i18n.t('week.away')}</summary>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (inOrder)
            void save(async () => takeLeave(db, identity, { from, to }).then(() => setSaved(true)));
        }}
      >
        <p className="hint">{i18n.t('week.awayHow')}</p>
        <TextField
          label={i18n.t('week.awayFrom')}
          type="date"
          value={from}
          onChange={setFrom}
          maxLength={10}
        />
        <TextField label={i18n.t('week.awayTo')} type="date" value={to} onChange={setTo} maxLength={10} />
        <div>
          <button type="submit" className="button" disabled={saving || !inOrder}>
            {i18n.t('week.save')}
          </button>
        </div>
        <p role="status">{saved ? i18n.t('week.saved') : ''}</p>
        <Problem text={problem} />
      </form>
      {mine.length > 0 && (
        <ul>
          {mine.toReversed().map(leave => {
            const days = `${leave.body.from} – ${leave.body.to}`;
            return (
              <li key={leave.id}>
                <span className="grow">{days}</span>
                <button
                  type="button"
                  className="button quiet"
                  disabled={saving}
                  aria-label={i18n.t('week.awayDeleteNamed', [days])}
                  onClick={() => void save(() => deleteLeave(db, leave).then(() => setSaved(false)))}
                >
                  {i18n.t('week.awayDelete')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
