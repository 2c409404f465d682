import { useId } from 'react';
import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { isSatisfaction } from '#lib/coaching/programmes/wizard.ts';
import { problemCategories } from '#lib/records/kinds/cycle.ts';
import { selectionChecks } from '#lib/records/kinds/programme.ts';
import type { Behaviour, Body } from '#lib/records/types.ts';
import { categoryLabels, checkLabels, milestoneLabels, starterProblems } from './labels.ts';

interface Props {
  draft: Body<'programme'>;
  change(next: Partial<Body<'programme'>>): void;
}

export function ProblemStep({ draft, change }: Props) {
  const { text = '', category = 'revenue' } = draft.executionProblem ?? {};
  const say = (next: Partial<NonNullable<Body<'programme'>['executionProblem']>>) =>
    change({ executionProblem: { text, category, ...next } });
  return (
    <>
      <TextField
        label={i18n.t('programmes.problem')}
        value={text}
        onChange={value => say({ text: value })}
        maxLength={500}
      />
      {text === '' && (
        <div className="row wrap">
          {starterProblems().map(words => (
            <button key={words} type="button" className="button quiet" onClick={() => say({ text: words })}>
              {words}
            </button>
          ))}
        </div>
      )}
      <Choices
        legend={i18n.t('programmes.costs')}
        options={problemCategories.map(value => ({ value, label: categoryLabels()[value] }))}
        value={category}
        onChange={value => say({ category: value })}
      />
    </>
  );
}

export function OutcomeStep({ draft, change }: Props) {
  const { text = '', metric = '', dataSource = '' } = draft.outcome ?? {};
  const say = (next: Partial<NonNullable<Body<'programme'>['outcome']>>) =>
    change({ outcome: { text, metric, dataSource, ...next } });
  const field = { maxLength: 500 };
  return (
    <>
      <TextField
        {...field}
        label={i18n.t('programmes.outcome')}
        value={text}
        onChange={value => say({ text: value })}
      />
      <TextField
        {...field}
        label={i18n.t('programmes.metric')}
        hint={isSatisfaction(metric) ? i18n.t('programmes.satisfaction') : undefined}
        value={metric}
        onChange={value => say({ metric: value })}
      />
      <TextField
        {...field}
        label={i18n.t('programmes.dataSource')}
        value={dataSource}
        onChange={value => say({ dataSource: value })}
      />
    </>
  );
}

export function BehaviourStep({ draft, change, behaviours }: Props & { behaviours: readonly Behaviour[] }) {
  const id = useId();
  const { outcome } = draft;
  const [chosen] = draft.behaviours;
  const say = (next: Partial<Body<'programme'>['behaviours'][number]>) => {
    const { metric = '', dataSource = '' } = outcome ?? {};
    const before = chosen ?? { behaviourId: '', metric, dataSource, rank: 1, checks: [] };
    const made = { ...before, ...next };
    change({ behaviours: made.behaviourId === '' ? [] : [made] });
  };
  const checks = chosen?.checks ?? [];
  return (
    <>
      <p>{i18n.t('programmes.backward')}</p>
      <div className="field">
        <label className="legend" htmlFor={id}>
          {i18n.t('programmes.behaviour')}
        </label>
        <select
          id={id}
          className="input"
          value={chosen?.behaviourId ?? ''}
          onChange={event => say({ behaviourId: event.target.value, checks: [] })}
        >
          <option value="">{i18n.t('programmes.choose')}</option>
          {behaviours.map(each => (
            <option key={each.id} value={each.id}>
              {each.body.name}
            </option>
          ))}
        </select>
      </div>
      {behaviours.length === 0 && <p className="hint">{i18n.t('programmes.noBehaviour')}</p>}
      {chosen && (
        <fieldset className="field">
          <legend className="legend">{i18n.t('programmes.checks')}</legend>
          {selectionChecks.map(check => (
            <label key={check} className="row">
              <input
                type="checkbox"
                checked={checks.includes(check)}
                onChange={event =>
                  say({
                    checks: event.target.checked ? [...checks, check] : checks.filter(each => each !== check),
                  })
                }
              />
              <span className="grow">{checkLabels()[check]}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

export function MilestoneSteps({ draft, change }: Props) {
  const milestones = { twoWeeks: '', oneMonth: '', final: '', ...draft.milestones };
  return (['twoWeeks', 'oneMonth', 'final'] as const).map(each => (
    <TextField
      key={each}
      label={milestoneLabels()[each]}
      value={milestones[each]}
      onChange={value => change({ milestones: { ...milestones, [each]: value } })}
      maxLength={500}
    />
  ));
}
