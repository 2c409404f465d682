import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';

interface Props {
  value: string | undefined;
  onChange(timeZone: string | undefined): void;
}

/** Whose days count: each person's own, or those of one time zone for the whole workspace. */
export function TimeZone({ value, onChange }: Props) {
  const zones = Intl.supportedValuesOf('timeZone');
  const known = value === undefined || zones.includes(value) ? zones : [value, ...zones];
  return (
    <Select
      label={i18n.t('workspace.timeZone')}
      options={[{ id: '', name: i18n.t('workspace.ownZone') }, ...known.map(id => ({ id, name: id }))]}
      value={value ?? ''}
      onChange={id => onChange(id === '' ? undefined : id)}
    />
  );
}
