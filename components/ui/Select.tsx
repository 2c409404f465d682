import { useId } from 'react';

interface Props {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string | undefined;
  onChange(id: string): void;
}

/** One of many, in one row: the browser's own list, with its keys and its type-ahead. */
export function Select({ label, options, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="row labelled">
      <label htmlFor={id} className="legend">
        {label}
      </label>
      <select id={id} className="input grow" value={value} onChange={event => onChange(event.target.value)}>
        {options.map(option => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
