import { useState } from 'react';
import { notKept } from '#components/loop/StepForm.tsx';

/** Saves by a press of one of several buttons: once at a time, and what went wrong is for showing beside them. */
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
      setProblem(notKept(error));
    } finally {
      setSaving(false);
    }
  }
  return { problem, setProblem, saving, save };
}
