import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { PersonSelect } from '#components/people/PersonSelect.tsx';
import { Choices } from '#components/ui/Choices.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { beginProgramme } from '#lib/actions/programmes.ts';
import { dayOf } from '#lib/coaching/calendar.ts';
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { PROGRAMME_NUMBERS } from '#lib/coaching/programmes/defaults.ts';
import {
  type PlaybookId,
  playbookIds,
  playbooks,
  playbookTexts,
} from '#lib/coaching/programmes/playbooks.ts';
import { nextStep, wizardProblems } from '#lib/coaching/programmes/wizard.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { peopleOf } from '#lib/device/team.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { BehaviourStep, MilestoneSteps, OutcomeStep, ProblemStep } from './WizardSteps.tsx';

interface Props {
  db: SidelineDb;
  identity: Identity;
  records: readonly Envelope[];
}

const EMPTY: Body<'programme'> = {
  name: '-',
  playbook: { id: 'thirtyDays', version: 1 },
  stage: 'pilot',
  behaviours: [],
  cohorts: [],
};

interface Plan {
  subjectId: string;
  /** Of the steps, the one that is shown. */
  reached: number;
  programme: Body<'programme'>;
}

/** A programme for one person, asked one thing at a time: problem, result, behaviour and its checks, milestones. */
export function BeginProgramme({ db, identity, records }: Props) {
  const { problem, saving, save } = useSaving();
  const people = [identity.memberId, ...peopleOf(identity).map(({ id }) => id)];
  const kept = useStepDraft<Plan>(
    db,
    { workspaceId: identity.workspaceId, what: 'programme' },
    { subjectId: identity.memberId, reached: 0, programme: EMPTY },
  );
  if (!kept) return null;
  const { subjectId, reached, programme: draft } = kept.draft;
  const say = (next: Partial<Plan>) => kept.change({ ...kept.draft, ...next });
  const behaviours = ofType(records, 'behaviour').filter(
    each => each.subjectId === undefined || subjectOf(each) === subjectId,
  );
  const step = nextStep(wizardProblems(draft, behaviours, false));
  const change = (next: Partial<Body<'programme'>>) => say({ programme: { ...draft, ...next } });
  const language = i18n.t('language');
  const steps = [
    { ids: ['problem'], view: <ProblemStep {...{ draft, change }} /> },
    { ids: ['outcome'], view: <OutcomeStep {...{ draft, change }} /> },
    { ids: ['behaviours', 'checks', 'rank'], view: <BehaviourStep {...{ draft, change, behaviours }} /> },
    { ids: ['milestones'], view: <MilestoneSteps {...{ draft, change }} /> },
  ];
  const stopped = step !== undefined && steps.slice(0, reached + 1).some(({ ids }) => ids.includes(step));
  const isLast = reached === steps.length - 1;
  const begin = () =>
    save(async () => {
      const name = (draft.executionProblem?.text ?? '').slice(0, 80);
      const startDay = dayOf(Date.now(), rulesOf(identity).calendar);
      await beginProgramme(db, identity, {
        subjectId,
        body: {
          ...draft,
          name,
          startDay,
          horizonMonths: PROGRAMME_NUMBERS.horizonMonths,
          coachId: identity.memberId,
        },
      });
      await kept.done();
    });
  return (
    <details>
      <summary>{i18n.t('programmes.begin')}</summary>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (stopped) return;
          if (isLast) void begin();
          else say({ reached: reached + 1 });
        }}
      >
        {reached === 0 && (
          <PersonSelect
            label={i18n.t('week.forWhom')}
            identity={identity}
            people={people}
            value={subjectId}
            onChange={memberId => say({ subjectId: memberId })}
          />
        )}
        {reached === 0 && (
          <Choices<PlaybookId>
            legend={i18n.t('programmes.playbook')}
            options={playbookIds.map(value => ({ value, label: playbookTexts(value, language).name }))}
            value={playbookIds.find(each => each === draft.playbook.id)}
            onChange={value => change({ playbook: { id: value, version: playbooks[value].version } })}
          />
        )}
        {steps[reached]?.view}
        <div className="row wrap">
          <button type="submit" className="button primary" disabled={saving || stopped}>
            {isLast ? i18n.t('programmes.start') : i18n.t('reviews.next')}
          </button>
          {reached > 0 && (
            <button type="button" className="button quiet" onClick={() => say({ reached: reached - 1 })}>
              {i18n.t('programmes.back')}
            </button>
          )}
        </div>
        <Problem text={problem} />
      </form>
    </details>
  );
}
