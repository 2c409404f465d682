import { Choices } from '#components/ui/Choices.tsx';
import { i18n } from '#i18n';
import type { Measure } from '#lib/records/kinds/behaviour.ts';

type Kind = Measure['kind'];

interface Props {
  /** Absent counts as "each time there is an occasion". */
  measure: Measure | undefined;
  /** How many people its person coaches now: what "for each person" begins with. */
  people: number;
  onChange(measure: Measure): void;
}

const KINDS: readonly Kind[] = ['opportunity', 'frequency', 'latency', 'checklist'];
const HOURS_24 = 24 * 60;

/** How a behaviour is counted: chosen by whoever writes it (R093). */
export function MeasureField({ measure = { kind: 'opportunity' }, people, onChange }: Props) {
  return (
    <>
      <Choices<Kind>
        legend={i18n.t('behaviours.measure.title')}
        value={measure.kind}
        options={KINDS.map(value => ({ value, label: kindLabel(value) }))}
        onChange={kind => onChange(blank(kind))}
      />
      {measure.kind === 'frequency' && <Frequency measure={measure} people={people} onChange={onChange} />}
      {measure.kind === 'latency' && (
        <WholeNumber
          label={i18n.t('behaviours.measure.minutes')}
          value={measure.withinMinutes}
          onChange={withinMinutes => onChange({ ...measure, withinMinutes })}
        />
      )}
    </>
  );
}

function Frequency({
  measure,
  people,
  onChange,
}: {
  measure: Extract<Measure, { kind: 'frequency' }>;
  people: number;
  onChange(measure: Measure): void;
}) {
  const { people: counted, ...forAll } = measure;
  return (
    <>
      <WholeNumber
        label={i18n.t('behaviours.measure.target')}
        value={measure.target}
        onChange={target => onChange({ ...measure, target })}
      />
      <Choices<'day' | 'week'>
        legend={i18n.t('behaviours.measure.per')}
        value={measure.per}
        options={[
          { value: 'day', label: i18n.t('behaviours.measure.day') },
          { value: 'week', label: i18n.t('behaviours.measure.week') },
        ]}
        onChange={per => onChange({ ...measure, per })}
      />
      <label className="row">
        <input
          type="checkbox"
          checked={counted !== undefined}
          onChange={event =>
            onChange(event.target.checked ? { ...measure, people: Math.max(1, people) } : forAll)
          }
        />
        {i18n.t('behaviours.measure.each')}
      </label>
      {counted !== undefined && (
        <WholeNumber
          label={i18n.t('behaviours.measure.people')}
          value={counted}
          onChange={value => onChange({ ...measure, people: value })}
        />
      )}
    </>
  );
}

/** A whole number from 1 on; anything else that is typed changes nothing. */
function WholeNumber({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange(value: number): void;
}) {
  return (
    <label className="row labelled">
      <span className="legend">{label}</span>
      <input
        type="number"
        className="input"
        min={1}
        max={100_000}
        step={1}
        value={value}
        onChange={event => {
          const number = event.target.valueAsNumber;
          if (Number.isInteger(number) && number >= 1 && number <= 100_000) onChange(number);
        }}
      />
    </label>
  );
}

function blank(kind: Kind): Measure {
  if (kind === 'frequency') return { kind, target: 1, per: 'week' };
  if (kind === 'latency') return { kind, withinMinutes: HOURS_24 };
  return { kind };
}

function kindLabel(kind: Kind): string {
  return {
    opportunity: i18n.t('behaviours.measure.opportunity'),
    frequency: i18n.t('behaviours.measure.frequency'),
    latency: i18n.t('behaviours.measure.latency'),
    checklist: i18n.t('behaviours.measure.checklist'),
  }[kind];
}
