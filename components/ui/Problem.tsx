/** What prevents saving. A screen reader announces it when it appears. */
export function Problem({ text }: { text: string | undefined }) {
  return <div aria-live="polite">{text && <p className="banner warn">{text}</p>}</div>;
}
