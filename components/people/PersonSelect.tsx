import { useId } from 'react';
import { nameOf } from '#components/people/names.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  label: string;
  identity: Identity;
  /** Ids; with only one there is nothing to choose, and nothing is shown. */
  people: readonly string[];
  value: string;
  onChange(memberId: string): void;
  hint?: string;
}

/** Chooses one of some people by name: the browser's own list, with its keys and type-ahead. */
export function PersonSelect({ label, identity, people, value, onChange, hint }: Props) {
  const id = useId();
  if (people.length < 2) return null;
  return (
    <div className="field">
      <label className="legend" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={event => onChange(event.target.value)}
      >
        {people.map(each => (
          <option key={each} value={each}>
            {nameOf(identity, each)}
          </option>
        ))}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
