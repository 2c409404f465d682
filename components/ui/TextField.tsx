import { type ReactNode, useId } from 'react';

interface Props {
  label: ReactNode;
  hint?: string | undefined;
  value: string;
  onChange(value: string): void;
  maxLength: number;
  placeholder?: string;
  /** A single line that doesn't grow, for addresses and dates. */
  line?: boolean;
  type?: 'text' | 'url' | 'date';
  min?: string;
}

/** A labelled text field that grows with its content. */
export function TextField({ label, hint, value, onChange, line, type, ...input }: Props) {
  const id = useId();
  const common = {
    id,
    className: line || type ? 'input' : 'input short',
    value,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    ...input,
  };
  return (
    <div className="field">
      <label htmlFor={id} className="legend">
        {label}
      </label>
      {line || type ? (
        <input
          {...common}
          type={type ?? 'text'}
          dir={type === 'url' ? 'ltr' : 'auto'}
          onChange={event => onChange(event.target.value)}
        />
      ) : (
        <textarea {...common} dir="auto" rows={1} onChange={event => onChange(event.target.value)} />
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
