import { useEffect, useRef } from 'react';
import type { Thread } from '#components/records/live-records.ts';
import { markSeen } from '#lib/actions/notes/seen.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** So long must a note be before the eyes, in ms: what is scrolled past was not seen. */
const LONG_ENOUGH_MS = 1000;

/** Marks a note about me as seen, once, when enough of it has been in view for a second. Put the ref on its element. */
export function useSeen(db: SidelineDb, identity: Identity, { note, answers }: Thread) {
  const element = useRef<HTMLDivElement>(null);
  const mine = note.subjectId === identity.memberId && note.authorId !== identity.memberId;
  const known = answers.some(answer => answer.authorId === identity.memberId);
  useEffect(() => {
    if (!mine || known || !element.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        // A long card in a low window never shows half of itself: half a window of it is enough.
        const enough =
          entry && (entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= innerHeight / 2);
        if (!enough) return;
        timer = setTimeout(() => {
          watcher.disconnect();
          // A mark that cannot be kept is no loss to the reader: the next view tries again.
          if (document.visibilityState === 'visible')
            markSeen(db, identity, note).catch((error: unknown) =>
              console.warn('[sideline] not marked as seen:', error),
            );
        }, LONG_ENOUGH_MS);
      },
      { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
    );
    watcher.observe(element.current);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [db, identity, note, mine, known]);
  return element;
}
