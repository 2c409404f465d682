import { useState } from 'react';
import { notSaved } from '#components/ui/not-saved.ts';

/** Saves when one of several buttons is pressed: one save at a time. The error is for showing beside the buttons. */
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
      setProblem(notSaved(error));
    } finally {
      setSaving(false);
    }
  }
  return { problem, setProblem, saving, save };
}
