import type { Team } from '#components/people/use-team.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { dayOf } from '#lib/coaching/calendar.ts';
import { openEscalations } from '#lib/coaching/due/waiting.ts';
import { DEFAULT_ROUTINE, type RoutineStepId, routineOf } from '#lib/coaching/routines/routine.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { loadRoutine, saveRoutine } from '#lib/device/routine.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

const MOST_A_DAY = 9;

interface Props {
  db: SidelineDb;
  identity: Identity;
  team: Team;
  now: number;
}

/** My own routine for today, counted from what I sent. I set the targets myself. */
export function Routine({ db, identity, team, now }: Props) {
  const routine = useLive(async () => (await loadRoutine<RoutineStepId>(db)) ?? DEFAULT_ROUTINE, [db]);
  if (!routine) return null;
  const calendar = rulesOf(identity).calendar;
  const escalations = openEscalations(team.waiting);
  const day = routineOf(
    team.records,
    identity.memberId,
    dayOf(now, calendar),
    escalations,
    routine.filter(({ target }) => target > 0),
    calendar,
  );
  return (
    <section className="routine stack tight" aria-labelledby="routine">
      <div className="row">
        <h2 id="routine" className="grow">
          {i18n.t('coach.routine')}
        </h2>
        <span className="hint">{i18n.t('coach.routineDone', [String(day.done), String(day.due)])}</span>
      </div>
      <ul className="steps">
        {day.steps.map(({ id, done, target }) => (
          <li key={id} className={done >= target ? 'done' : undefined}>
            <span aria-hidden="true">{done >= target ? '✓' : '○'}</span>
            <span className="grow">{stepWord(id)}</span>
            <span className="hint">{i18n.t('coach.doneOf', [String(done), String(target)])}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary className="hint">{i18n.t('coach.routineChange')}</summary>
        <div className="stack tight">
          <p className="hint">{i18n.t('coach.routineHow')}</p>
          {routine.map(({ id, target }) => (
            <label key={id} className="row">
              <span className="grow">{stepWord(id)}</span>
              <input
                className="input count"
                type="number"
                min={0}
                max={MOST_A_DAY}
                value={target}
                onChange={event => {
                  const wanted = Math.round(event.target.valueAsNumber);
                  if (!(wanted >= 0 && wanted <= MOST_A_DAY)) return;
                  void saveRoutine(
                    db,
                    routine.map(step => (step.id === id ? { id, target: wanted } : step)),
                  );
                }}
              />
            </label>
          ))}
        </div>
      </details>
    </section>
  );
}

function stepWord(id: RoutineStepId): string {
  return {
    'check-ins': i18n.t('coach.stepCheckIns'),
    recognition: i18n.t('coach.stepRecognition'),
    'escalation review': i18n.t('coach.stepEscalation'),
  }[id];
}
