import { useId } from 'react';

interface Option {
  id: string;
  name: string;
  /** The heading it is listed under, together with neighbours that have the same one. */
  group?: string | undefined;
}

interface Props {
  label: string;
  options: readonly Option[];
  value: string | undefined;
  onChange(id: string): void;
}

/** A choice of one from many on a single line: the browser's own list, with its keys and type-ahead. */
export function Select({ label, options, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="row labelled">
      <label htmlFor={id} className="legend">
        {label}
      </label>
      <select id={id} className="input grow" value={value} onChange={event => onChange(event.target.value)}>
        {grouped(options).map(([group, members]) =>
          group === undefined ? (
            members.map(option)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

function option({ id, name }: Option) {
  return (
    <option key={id} value={id}>
      {name}
    </option>
  );
}

function grouped(options: readonly Option[]): [string | undefined, Option[]][] {
  const groups: [string | undefined, Option[]][] = [];
  for (const each of options) {
    const last = groups.at(-1);
    if (last && last[0] === each.group) last[1].push(each);
    else groups.push([each.group, [each]]);
  }
  return groups;
}
