import { useEffect, useRef } from 'react';

/** A time of day with its label. It is taken once it is typed in full: on leaving the field, or with Enter. */
export function TimeField({
  label,
  minutes,
  onChange,
}: {
  label: string;
  minutes: number;
  onChange(minutes: number): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const two = (count: number) => String(count).padStart(2, '0');
  const shown = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  // What is stored, also where it was changed elsewhere meanwhile; a new key would take the focus away.
  useEffect(() => {
    if (input.current) input.current.value = shown;
  }, [shown]);
  function take(): void {
    const field = input.current;
    if (!field || field.value === shown) return;
    const [hours, rest] = field.value.split(':').map(Number);
    // An unfinished time reads as empty.
    if (hours === undefined || rest === undefined) field.value = shown;
    else onChange(hours * 60 + rest);
  }
  return (
    <label className="row">
      <span>{label}</span>
      <input
        type="time"
        className="input time"
        ref={input}
        defaultValue={shown}
        onBlur={take}
        onKeyDown={event => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}
