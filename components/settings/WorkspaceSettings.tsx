import { useEffect, useRef } from 'react';
import { Choices } from '#components/ui/Choices.tsx';
import { Problem } from '#components/ui/Problem.tsx';
import { TimeField } from '#components/ui/TimeField.tsx';
import { useSavingInTurn } from '#components/ui/use-saving.ts';
import { weekdays } from '#components/ui/weekdays.ts';
import { i18n } from '#i18n';
import { changeSettings, maySetWorkspace } from '#lib/actions/settings.ts';
import { firstWeekday, restDays } from '#lib/coaching/calendar.ts';
import { LEAST_MINIMUM } from '#lib/coaching/privacy/release.ts';
import { NUMBERS, type NumberSetting } from '#lib/coaching/settings/defaults.ts';
import { numberSetting, rulesOf } from '#lib/coaching/settings/rules.ts';
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { settingsBody } from '#lib/records/kinds/settings.ts';
import type { Body } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { TimeZone } from './TimeZone.tsx';
import { groupLabel, numberLabel } from './workspace-labels.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
}

type Change = (changes: Partial<Body<'settings'>>) => void;

/** What holds for everybody in the workspace. Its owner changes it; everybody else reads it. */
export function WorkspaceSettings({ db, identity }: Props) {
  const { problem, save } = useSavingInTurn();
  const owner = maySetWorkspace(identity);
  const { settings = {} } = identity;
  const rules = rulesOf(identity);
  const change: Change = changes => void save(() => changeSettings(db, identity, changes));
  const start = firstWeekday(rules.calendar);
  const rest = restDays(rules.calendar);
  return (
    <fieldset className="stack plain" disabled={!owner}>
      <legend className="hint">{whoMayChange(identity)}</legend>
      <TimeZone value={settings.timeZone} onChange={timeZone => change({ timeZone })} />
      <Choices
        legend={i18n.t('workspace.weekStart')}
        options={weekdays(1).map(({ day, name }) => ({ value: String(day), label: name }))}
        value={String(start)}
        onChange={day => change({ weekStart: Number(day) })}
      />
      <fieldset className="field">
        <legend className="legend">{i18n.t('workspace.restDays')}</legend>
        <div className="choices">
          {weekdays(start).map(({ day, name }) => (
            <label key={day} className="choice">
              <input
                type="checkbox"
                checked={rest.includes(day)}
                // Somebody has to work on one day at least, or no clock would ever run.
                disabled={!rest.includes(day) && rest.length === 6}
                onChange={event =>
                  change({
                    restDays: event.target.checked ? [...rest, day] : rest.filter(each => each !== day),
                  })
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Choices<'pair' | 'coaches'>
        legend={i18n.t('workspace.audience')}
        options={[
          { value: 'coaches', label: i18n.t('workspace.audienceCoaches') },
          { value: 'pair', label: i18n.t('workspace.audiencePair') },
        ]}
        value={rules.audience}
        onChange={audience => change({ audience })}
      />
      <fieldset className="field">
        <legend className="legend">{i18n.t('reminders.quietHours')}</legend>
        <div className="row wrap">
          <TimeField
            label={i18n.t('reminders.from')}
            minutes={rules.quiet.from}
            onChange={quietFrom => change({ quietFrom })}
          />
          <TimeField
            label={i18n.t('reminders.to')}
            minutes={rules.quiet.to}
            onChange={quietTo => change({ quietTo })}
          />
        </div>
      </fieldset>
      {(['clocks', 'caps', 'windows'] as const).map(group => (
        <fieldset key={group} className="field">
          <legend className="legend">{groupLabel(group)}</legend>
          <div className="stack tight">
            {NUMBERS[group].map(name => (
              <NumberField
                key={name}
                name={name}
                value={numberSetting(settings, name)}
                onChange={value => change({ [name]: value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Problem text={problem} />
    </fieldset>
  );
}

function NumberField({
  name,
  value,
  onChange,
}: {
  name: NumberSetting;
  value: number;
  onChange(value: number): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  // Shows what is stored, also where another owner changed it meanwhile; a new key would take the focus away.
  useEffect(() => {
    if (input.current) input.current.value = String(value);
  }, [value]);
  function take(): void {
    const field = input.current;
    if (!field || field.valueAsNumber === value) return;
    if (settingsBody.safeParse({ [name]: field.valueAsNumber }).success) onChange(field.valueAsNumber);
    else field.value = String(value);
  }
  return (
    <label className="row wrap">
      <input
        ref={input}
        type="number"
        className="input number"
        min={name === 'peopleInFigures' ? LEAST_MINIMUM : 1}
        defaultValue={value}
        onBlur={take}
        onKeyDown={event => {
          if (event.key === 'Enter') take();
        }}
      />
      <span className="grow">{numberLabel(name)}</span>
    </label>
  );
}

function whoMayChange(identity: Identity): string {
  if (identity.workspaceId === SOLO_WORKSPACE) return i18n.t('workspace.alone');
  return maySetWorkspace(identity) ? i18n.t('workspace.owner') : i18n.t('workspace.reader');
}
