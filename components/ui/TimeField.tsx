/** A time of day with its label. */
export function TimeField({
  label,
  minutes,
  onChange,
}: {
  label: string;
  minutes: number;
  onChange(minutes: number): void;
}) {
  const two = (count: number) => String(count).padStart(2, '0');
  return (
    <label className="row">
      <span>{label}</span>
      <input
        type="time"
        className="input time"
        value={`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`}
        onChange={event => {
          const [hours, rest] = event.target.value.split(':').map(Number);
          if (hours !== undefined && rest !== undefined) onChange(hours * 60 + rest);
        }}
      />
    </label>
  );
}
