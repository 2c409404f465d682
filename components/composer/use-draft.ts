/** Half-written answers, promises and proofs: they stay on the device until they are sent, whatever is shown meanwhile. */
import { useEffect, useRef, useState } from 'react';
import type { SidelineDb } from '#lib/store/db.ts';
import { clearDraft, loadDraft, saveDraft } from '#lib/store/drafts.ts';

interface DraftPlace {
  workspaceId: string;
  /** The artifact's key, or another word for where it is written. */
  place: string;
  /** What is half-written there: `answer|<note id>`. */
  what: string;
}

export interface Kept<T> {
  draft: T;
  change(draft: T): void;
  /** It was sent: forget it. */
  done(): Promise<void>;
}

/**
 * The draft in this place, or `first`; undefined until it is read. What the database held comes only from this hook,
 * so its shape is known. A draft that cannot be kept (no room) stays in the view.
 */
export function useDraft<T>(
  db: SidelineDb,
  { workspaceId, place, what }: DraftPlace,
  first: T,
): Kept<T> | undefined {
  const id = `${workspaceId}|${what}`;
  const [loaded, setLoaded] = useState<{ id: string; draft: T | undefined } | undefined>();
  const initial = useRef(first);
  initial.current = first;

  useEffect(() => {
    let gone = false;
    void loadDraft(db, id).then(found => {
      if (!gone) setLoaded({ id, draft: found?.body as T | undefined });
    });
    return () => {
      gone = true;
    };
  }, [db, id]);

  if (loaded?.id !== id) return undefined;
  return {
    draft: loaded.draft ?? initial.current,
    change(draft) {
      setLoaded({ id, draft });
      saveDraft(db, { id, workspaceId, place, body: draft, updatedAt: Date.now() }).catch((error: unknown) =>
        console.warn('[sideline] the draft is only on the screen:', error),
      );
    },
    async done() {
      await clearDraft(db, id);
      setLoaded({ id, draft: undefined });
    },
  };
}
