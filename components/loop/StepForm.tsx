import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { isComposing } from '#components/ui/keys.ts';
import { notSaved } from '#components/ui/not-saved.ts';

interface Props {
  /** The form's accessible name. */
  name: string;
  submit: string;
  /** Resolves to what still prevents sending, in words for the person; undefined when it was saved. */
  onSubmit(): Promise<string | undefined>;
  /** Other buttons beside the one that submits. */
  others?: ReactNode;
  children: ReactNode;
}

/** The next step on a note: fields and one button, with what is missing beside it. Ctrl+Enter submits. */
export function StepForm({ name, submit, onSubmit, others, children }: Props) {
  const [problem, setProblem] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function send(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      setProblem(await onSubmit());
    } catch (error) {
      setProblem(notSaved(error));
    } finally {
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSend && !isComposing(event)) void send();
  }

  return (
    <form onSubmit={send} onKeyDown={onKeyDown} noValidate>
      {/* A named form is a landmark, and a page should have one of each name, but many notes ask for the same step. */}
      <fieldset className="step" aria-label={name}>
        {children}
        <div aria-live="polite">{problem && <p className="banner warn">{problem}</p>}</div>
        <div className="row wrap">
          <button type="submit" className="button primary">
            {submit}
          </button>
          {others}
        </div>
      </fieldset>
    </form>
  );
}
