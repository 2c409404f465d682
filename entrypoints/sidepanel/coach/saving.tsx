import { useState } from 'react';
import { i18n } from '#i18n';

/** Saves by a press of a button: once at a time, and what went wrong is said beside it. */
export function useSaving() {
  const [problem, setProblem] = useState<string | undefined>();
  const [saving, setSaving] = useState(false);
  async function save(work: () => Promise<void>): Promise<void> {
    if (saving) return;
    setSaving(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(i18n.t('coach.notSaved', [error instanceof Error ? error.message : String(error)]));
    } finally {
      setSaving(false);
    }
  }
  return { problem, setProblem, saving, save };
}

/** Spoken by a screen reader when it appears. */
export function Problem({ text }: { text: string | undefined }) {
  return <div aria-live="polite">{text && <p className="banner warn">{text}</p>}</div>;
}
