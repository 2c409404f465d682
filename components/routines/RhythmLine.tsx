import { nameOf } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { dayLabel } from '#components/ui/time-labels.ts';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { endRoutine } from '#lib/actions/routines.ts';
import { type Around, nextOccasions } from '#lib/coaching/routines/occasions.ts';
import type { Routine } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  routine: Routine;
  today: string;
  now: number;
  around: Around;
}

/** A routine of the week with its next two dates. Whoever added it can end it. */
export function RhythmLine({ db, identity, routine, today, now, around }: Props) {
  const { problem, saving, save } = useSaving();
  const { subjectId, authorId, body } = routine;
  const dates = nextOccasions(routine, now, 2, around);
  return (
    <li>
      <span className="grow" dir="auto">
        {body.name}
        {subjectId && subjectId !== identity.memberId ? ` · ${nameOf(identity, subjectId)}` : ''}
      </span>
      <span className="hint">
        {body.rhythm.every === 'event'
          ? i18n.t('week.onEvent')
          : dates.map(({ dueAt }) => dayLabel(dueAt, now)).join(' · ')}
      </span>
      {authorId === identity.memberId && (
        <button
          type="button"
          className="button quiet"
          disabled={saving}
          aria-label={i18n.t('week.endNamed', [body.name])}
          onClick={() => void save(() => endRoutine(db, routine, today))}
        >
          {i18n.t('week.end')}
        </button>
      )}
      <Problem text={problem} />
    </li>
  );
}
