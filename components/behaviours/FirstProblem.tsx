import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import { problemCategories } from '#lib/records/kinds/cycle.ts';

/** What the chosen behaviour must be (R011, R012). */
const CHECKS = ['visible', 'repeatable', 'measurable'] as const;

export interface Problem {
  text: string;
  category: (typeof problemCategories)[number];
  checks: (typeof CHECKS)[number][];
}

export function problemIsNamed({ text, checks }: Problem): boolean {
  return text.trim() !== '' && checks.length === CHECKS.length;
}

interface Props {
  problem: Problem;
  onChange(problem: Problem): void;
}

/** A first cycle: one problem, then the one behaviour behind it, and three checks. */
export function FirstProblem({ problem, onChange }: Props) {
  const categories = {
    revenue: i18n.t('behaviours.problem.revenue'),
    customerExperience: i18n.t('behaviours.problem.customerExperience'),
    throughput: i18n.t('behaviours.problem.throughput'),
  };
  const checks = {
    visible: i18n.t('behaviours.problem.visible'),
    repeatable: i18n.t('behaviours.problem.repeatable'),
    measurable: i18n.t('behaviours.problem.measurable'),
  };
  return (
    <fieldset className="behaviour stack">
      <legend className="legend">{i18n.t('behaviours.problem.title')}</legend>
      <p className="hint">{i18n.t('behaviours.problem.explain')}</p>
      <TextField
        label={i18n.t('behaviours.problem.text')}
        value={problem.text}
        maxLength={500}
        onChange={text => onChange({ ...problem, text })}
      />
      <Choices
        legend={i18n.t('behaviours.problem.category')}
        value={problem.category}
        options={problemCategories.map(value => ({ value, label: categories[value] }))}
        onChange={category => onChange({ ...problem, category })}
      />
      <fieldset className="field">
        <legend className="legend">{i18n.t('behaviours.problem.checks')}</legend>
        {CHECKS.map(check => (
          <label key={check} className="row">
            <input
              type="checkbox"
              checked={problem.checks.includes(check)}
              onChange={event => {
                const others = problem.checks.filter(each => each !== check);
                onChange({ ...problem, checks: event.target.checked ? [...others, check] : others });
              }}
            />
            {checks[check]}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}
