import { useNow } from '#components/ui/use-now.ts';
import { i18n } from '#i18n';
import { dayOf } from '#lib/coaching/calendar.ts';
import { leaveIn } from '#lib/coaching/leave.ts';
import { missedDaysIn } from '#lib/coaching/routines/happened.ts';
import { loadOf } from '#lib/coaching/routines/load.ts';
import { hasEnded, planOf, routinesOf } from '#lib/coaching/routines/runs.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { DueRoutines } from './DueRoutines.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { Presets } from './Presets.tsx';
import { RhythmLine } from './RhythmLine.tsx';
import { TeamRoutines } from './TeamRoutines.tsx';
import { useWeek } from './use-week.ts';

/** My week: what is due, the rhythm with its next dates, how much it takes, and what can be added in one tap. */
export function WeekView({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const records = useWeek(db, identity);
  const now = useNow(records);
  if (!records) return null;
  const calendar = rulesOf(identity).calendar;
  const around = { calendar, leave: leaveIn(records), happened: missedDaysIn(records) };
  const { memberId } = identity;
  const today = dayOf(now, calendar);
  const routines = routinesOf(records, memberId, writerOf(identity).coachees).filter(
    each => !hasEnded(each, today),
  );
  const plan = planOf(routines, memberId, records, now, around);
  const load = loadOf(routines, today, around);
  return (
    <>
      <DueRoutines {...{ db, identity, plan, now }} />
      {routines.length === 0 && <p>{i18n.t('week.none')}</p>}
      {routines.length > 0 && (
        <section aria-labelledby="rhythm">
          <h2 id="rhythm">{i18n.t('week.rhythm')}</h2>
          <ul>
            {routines.map(routine => (
              <RhythmLine key={routine.id} {...{ db, identity, routine, today, now, around }} />
            ))}
          </ul>
          <p className={load.tooMuch ? 'banner' : 'hint'}>
            {load.tooMuch
              ? i18n.t('week.tooMuch', [String(load.minutes)])
              : i18n.t('week.load', [String(load.minutes)])}
          </p>
        </section>
      )}
      <TeamRoutines {...{ identity, records, now, around }} />
      <Presets {...{ db, identity, records, today }} />
      <LeaveForm {...{ db, identity, records, today }} />
    </>
  );
}
