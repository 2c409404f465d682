import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { nameOf } from '#components/people/names.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { dayLabel } from '#components/ui/time-labels.ts';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { noteRun, type RunChange } from '#lib/actions/routines.ts';
import type { DuePlan, Tracked } from '#lib/coaching/routines/runs.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { MINUTE } from '#lib/time.ts';
import { RunSteps } from './RunSteps.tsx';
import { RunTimer } from './RunTimer.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  plan: DuePlan;
  now: number;
}

/** One routine now, the next as lines under it, and one question about what was missed. */
export function DueRoutines({ db, identity, plan, now }: Props) {
  const [first, ...next] = plan.now;
  if (!first && !plan.ask) return null;
  return (
    <section className="stack tight" aria-labelledby="due-routines">
      <h2 id="due-routines">{i18n.t('week.due')}</h2>
      {plan.ask && (
        <Missed
          key={`${plan.ask.routine.id} ${plan.ask.key}`}
          {...{ db, identity, now }}
          occasion={plan.ask}
        />
      )}
      {first && <Run key={`${first.routine.id} ${first.key}`} {...{ db, identity, now }} occasion={first} />}
      {next.length > 0 && (
        <ul className="stack tight">
          {next.map(({ routine, key, dueAt }) => (
            <li key={`${routine.id} ${key}`} className="row">
              <span className="grow clip" dir="auto">
                {routine.body.name}
              </span>
              <span className="hint">{dayLabel(dueAt, now, { time: true })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type OneProps = Omit<Props, 'plan'> & { occasion: Tracked };

function Run({ db, identity, now, occasion }: OneProps) {
  const { problem, saving, save } = useSaving();
  const { routine, run, dueAt } = occasion;
  const startedAt = run?.body.startedAt;
  const say = (change: RunChange) => save(() => noteRun(db, identity, occasion, change));
  const finish = () => {
    const doneAt = Date.now();
    // A clock that was set back makes no negative minutes.
    const minutes =
      startedAt === undefined ? undefined : Math.max(0, Math.round((doneAt - startedAt) / MINUTE));
    return say({ doneAt, ...(minutes === undefined ? {} : { minutes }) });
  };
  const about = routine.subjectId ?? routine.authorId;
  return (
    <div className="card">
      <h3 dir="auto">{routine.body.name}</h3>
      <p className="hint">
        {about === identity.memberId ? '' : `${nameOf(identity, about)} · `}
        {dayLabel(dueAt, now, { time: true })} · {i18n.t('week.minutes', [String(routine.body.minutes)])}
      </p>
      {routine.audience === 'workspace' && identity.members.length > 1 && (
        <p className="hint">{i18n.t('week.seenByTeam')}</p>
      )}
      <RunSteps {...{ routine, run, saving }} onTick={steps => void say({ steps })} />
      {startedAt !== undefined && <RunTimer startedAt={startedAt} minutes={routine.body.minutes} />}
      <div className="row wrap">
        <button type="button" className="button primary" disabled={saving} onClick={() => void finish()}>
          {i18n.t('week.done')}
        </button>
        {startedAt === undefined && (
          <button
            type="button"
            className="button"
            disabled={saving}
            onClick={() => void say({ startedAt: Date.now() })}
          >
            {i18n.t('week.start')}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          disabled={saving}
          onClick={() => void say({ left: true })}
        >
          {i18n.t('week.leave')}
        </button>
      </div>
      <Problem text={problem} />
    </div>
  );
}

function Missed({ db, identity, now, occasion }: OneProps) {
  const { problem, saving, save } = useSaving();
  const kept = useStepDraft(
    db,
    { workspaceId: identity.workspaceId, what: `run|${occasion.routine.id}|${occasion.key}` },
    { text: '' },
  );
  if (!kept) return null;
  const { text } = kept.draft;
  const say = (change: RunChange) =>
    save(async () => {
      await noteRun(db, identity, occasion, change);
      await kept.done();
    });
  return (
    <form
      className="card"
      onSubmit={event => {
        event.preventDefault();
        if (text.trim() !== '') void say({ gotInTheWay: text.trim() });
      }}
    >
      <p className="hint" dir="auto">
        {occasion.routine.body.name} · {dayLabel(occasion.dueAt, now)}
      </p>
      <TextField
        label={i18n.t('week.gotInTheWay')}
        value={text}
        onChange={next => kept.change({ text: next })}
        maxLength={500}
      />
      <div className="row wrap">
        <button type="submit" className="button" disabled={saving || text.trim() === ''}>
          {i18n.t('week.answer')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={saving}
          onClick={() => void say({ left: true })}
        >
          {i18n.t('week.noMatter')}
        </button>
      </div>
      <Problem text={problem} />
    </form>
  );
}
