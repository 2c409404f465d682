import { useRef, useState } from 'react';
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

/** Saves one change after the other, in the order in which they were made; nothing is disabled meanwhile. */
export function useSavingInTurn() {
  const [problem, setProblem] = useState<string | undefined>();
  const last = useRef(Promise.resolve());
  function save(work: () => Promise<void>): Promise<void> {
    last.current = last.current
      .then(work)
      .then(() => setProblem(undefined))
      .catch((error: unknown) => setProblem(notSaved(error)));
    return last.current;
  }
  return { problem, save };
}
