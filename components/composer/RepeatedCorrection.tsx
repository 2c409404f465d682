import { useEffect, useId, useRef } from 'react';
import { Choices } from '#components/ui/Choices.tsx';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import { USUAL_REMEDY } from '#lib/coaching/stalls/rulings.ts';
import type { Ahead, RulingDraft } from '#lib/messages/contract.ts';
import { newId } from '#lib/records/create.ts';
import type { Remedy, StructuralCause } from '#lib/records/kinds/ruling.ts';

interface Props {
  ahead: Ahead;
  ruling: RulingDraft | undefined;
  /** Sending was stopped here: show the way forward. */
  stopped: boolean;
  onChange(ruling: RulingDraft | undefined): void;
}

/** Warns about a repeated correction: the third time it asks a question, the fourth time it needs an answer first. */
export function RepeatedCorrection({ ahead, ruling, stopped, onChange }: Props) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (stopped) box.current?.querySelector('input')?.focus();
  }, [stopped]);
  if (ahead.asks === 'nothing') return null;
  const must = ahead.asks === 'ruling first';
  const counted: [string, string] = [String(ahead.count), String(ahead.days)];
  const change = (part: Partial<RulingDraft>) => {
    const next = {
      id: newId(),
      cause: 'none',
      remedy: 'practice',
      sentence: '',
      ...ruling,
      ...part,
    } as const;
    onChange(next);
  };
  const form = (
    <div className="stack">
      {ahead.unseen > 0 && <p className="hint">{i18n.t('composer.again.everybody')}</p>}
      <ul className="earlier">
        {ahead.earlier.map(each => (
          <li key={each.id} dir="auto">
            {each.observation}
          </li>
        ))}
      </ul>
      <Choices<StructuralCause>
        legend={i18n.t('composer.again.cause')}
        value={ruling?.cause}
        options={[
          { value: 'brief', label: i18n.t('composer.again.brief') },
          { value: 'role', label: i18n.t('composer.again.role') },
          { value: 'tool', label: i18n.t('composer.again.tool') },
          { value: 'template', label: i18n.t('composer.again.template') },
          { value: 'none', label: i18n.t('composer.again.none') },
        ]}
        onChange={cause => change({ cause, remedy: USUAL_REMEDY[cause] })}
      />
      {ruling && (
        <>
          <Select
            label={i18n.t('composer.again.remedy')}
            value={ruling.remedy}
            options={remedyOptions()}
            onChange={remedy => change({ remedy: remedy as Remedy })}
          />
          <div className="field">
            <label htmlFor={id} className="legend">
              {i18n.t('composer.again.sentence')}
            </label>
            <input
              id={id}
              className="input"
              dir="auto"
              maxLength={1000}
              value={ruling.sentence}
              onChange={event => change({ sentence: event.target.value })}
            />
          </div>
        </>
      )}
    </div>
  );
  return (
    <section ref={box} className="again" aria-label={i18n.t('composer.again.title')}>
      {must ? (
        <>
          <p>{i18n.t('composer.again.fourth', ahead.days, counted)}</p>
          {form}
        </>
      ) : (
        <details open={ruling ? true : undefined}>
          <summary>{i18n.t('composer.again.third', ahead.days, counted)}</summary>
          {form}
        </details>
      )}
    </section>
  );
}

function remedyOptions(): { id: Remedy; name: string }[] {
  return [
    { id: 'brief', name: i18n.t('composer.again.changeBrief') },
    { id: 'role', name: i18n.t('composer.again.changeRole') },
    { id: 'workflow', name: i18n.t('composer.again.changeWorkflow') },
    { id: 'template', name: i18n.t('composer.again.changeTemplate') },
    { id: 'practice', name: i18n.t('composer.again.practice') },
    { id: 'outsideCoaching', name: i18n.t('composer.again.outside') },
  ];
}
