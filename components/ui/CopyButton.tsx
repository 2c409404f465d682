import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { copyText } from './copy-text.ts';

interface Props {
  label: string;
  /** What is copied, asked for when the button is pressed. */
  text(): string;
  quiet?: boolean;
}

/** Copies a text and says so. Where the browser refuses, the text itself appears, selected, to be copied by hand. */
export function CopyButton({ label, text, quiet = true }: Props) {
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (byHand === undefined) return;
    field.current?.focus();
    field.current?.select();
  }, [byHand]);

  async function copy(): Promise<void> {
    const wanted = text();
    const ok = await copyText(wanted);
    setCopied(ok);
    setByHand(ok ? undefined : wanted);
  }

  return (
    <>
      <button
        type="button"
        className={quiet ? 'button quiet' : 'button'}
        onClick={() => {
          setCopied(false);
          void copy();
        }}
      >
        {label}
      </button>
      <span role="status" className="hint">
        {copied && i18n.t('copy.done')}
        {byHand !== undefined && i18n.t('copy.byHand')}
      </span>
      {byHand !== undefined && (
        <textarea ref={field} className="input" readOnly rows={4} aria-label={label} value={byHand} />
      )}
    </>
  );
}
