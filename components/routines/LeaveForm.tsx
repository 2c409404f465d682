import { useState } from 'react';
import { Problem } from '#components/ui/Problem.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { takeLeave } from '#lib/actions/routines.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** Days away, from today by default; they may also have begun already. Nobody is asked why. */
export function LeaveForm({ db, identity, today }: { db: SidelineDb; identity: Identity; today: string }) {
  const { problem, saving, save } = useSaving();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [saved, setSaved] = useState(false);
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
    </details>
  );
}
