import { type ReactNode, useId } from 'react';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  /** The full name for a screen reader, if `label` is only a symbol. */
  name?: string;
  /** A key that selects it from anywhere in the view, in the format of `aria-keyshortcuts`. */
  shortcut?: string;
}

interface Props<T extends string> {
  legend: string;
  hideLegend?: boolean;
  options: readonly Choice<T>[];
  value: T | undefined;
  onChange(value: T): void;
  square?: boolean;
  children?: ReactNode;
}

/** A choice of one as a row of real radio buttons, for a tap or the arrow keys. */
export function Choices<T extends string>({
  legend,
  hideLegend,
  options,
  value,
  onChange,
  square,
  children,
}: Props<T>) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend className={hideLegend ? 'visually-hidden' : 'legend'}>{legend}</legend>
      <div className="choices">
        {options.map(option => (
          <label
            key={option.value}
            className={square ? 'choice square' : 'choice'}
            title={option.name ?? option.shortcut}
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-label={option.name}
              aria-keyshortcuts={option.shortcut}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
