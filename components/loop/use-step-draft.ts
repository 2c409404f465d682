/**
 * Half-written answers, commitments and evidence. They stay on the device until they are sent, whatever is shown in
 * the meantime. The same form in two windows is one text: what is written in one appears in the other at once.
 */
import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'react';
import { thisDocument } from '#components/composer/state/surface.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { clearDraft, type Draft, loadDraft } from '#lib/store/drafts.ts';
import { forgetStep, keepStep, unsavedSteps } from './unsaved-steps.ts';

interface HalfWritten {
  workspaceId: string;
  /** What the draft is of: `answer|<note id>`. */
  what: string;
}

export interface Kept<T> {
  draft: T;
  change(draft: T): void;
  /** It was sent, so delete the draft. */
  done(): Promise<void>;
}

/**
 * The stored draft, or `first`; undefined until it is read. Only this hook writes these drafts to the database, so
 * their shape is known. A draft that cannot be saved stays in this window, and UnsavedSteps says so.
 */
export function useStepDraft<T>(
  db: SidelineDb,
  { workspaceId, what }: HalfWritten,
  first: T,
): Kept<T> | undefined {
  const id = `${workspaceId}|${what}`;
  const [loaded, setLoaded] = useState<{ id: string; draft: T | undefined } | undefined>();
  const initial = useRef(first);
  initial.current = first;

  useEffect(() => {
    const take = (found: Draft | undefined) =>
      setLoaded(last => {
        const isFirst = last?.id !== id;
        // Our own text comes back later than it is typed, so ignore it. Text that was sent elsewhere stays here to be
        // read.
        if (!isFirst && (!found || found.surface === thisDocument.id)) return last;
        const draft = (isFirst && unsavedSteps().get(id)) || found;
        return { id, draft: draft?.body as T | undefined };
      });
    const following = liveQuery(async () => loadDraft(db, id)).subscribe({
      next: take,
      // One can write all the same: what cannot be saved is kept in the window.
      error(problem: unknown) {
        console.warn('[sideline] no draft can be read:', problem);
        take(undefined);
      },
    });
    return () => following.unsubscribe();
  }, [db, id]);

  if (loaded?.id !== id) return undefined;
  return {
    draft: loaded.draft ?? initial.current,
    change(draft) {
      setLoaded({ id, draft });
      void keepStep(db, {
        id,
        workspaceId,
        surface: thisDocument.id,
        body: draft,
        updatedAt: Date.now(),
      });
    },
    async done() {
      forgetStep(id);
      await clearDraft(db, id);
      setLoaded({ id, draft: undefined });
    },
  };
}
