/** What keeps it from being saved; spoken by a screen reader when it appears. */
export function Problem({ text }: { text: string | undefined }) {
  return <div aria-live="polite">{text && <p className="banner warn">{text}</p>}</div>;
}
