import { useEffect, useEffectEvent, useRef } from 'react';
import type { Thread } from '#components/records/live-records.ts';
import { markSeen } from '#lib/actions/notes/seen.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

/** How long a note must be in view, in ms, because a note that is scrolled past was not seen. */
const LONG_ENOUGH_MS = 1000;

/** Marks a note about me as seen, once, when enough of it has been in view for a second. Put the ref on its element. */
export function useSeen(db: SidelineDb, identity: Identity, { note, answers }: Thread) {
  const element = useRef<HTMLDivElement>(null);
  const mine = note.subjectId === identity.memberId && note.authorId !== identity.memberId;
  const known = answers.some(answer => answer.authorId === identity.memberId);
  const mark = useEffectEvent(() => {
    // The reader loses nothing if this fails: the next view tries again.
    markSeen(db, identity, note).catch((error: unknown) =>
      console.warn('[sideline] not marked as seen:', error),
    );
  });
  // Not the note itself, which is read again with every incoming record: the second must keep running.
  useEffect(() => {
    if (!mine || known || !element.current) return;
    return whenLookedAt(element.current, mark);
  }, [mine, known]);
  return element;
}

/**
 * Calls `done` once, when enough of the element has been visible in an open window for long enough. Returns a function
 * that stops it.
 */
function whenLookedAt(element: HTMLElement, done: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inView = false;
  const over = new AbortController();
  const watcher = new IntersectionObserver(
    ([entry]) => {
      // In a low window a long card never shows half of itself; then half a window of it is enough.
      inView =
        entry !== undefined &&
        (entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= innerHeight / 2);
      look();
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  );

  function look(): void {
    if (!inView || document.visibilityState !== 'visible') {
      clearTimeout(timer);
      timer = undefined;
      return;
    }
    timer ??= setTimeout(() => {
      stop();
      done();
    }, LONG_ENOUGH_MS);
  }

  function stop(): void {
    clearTimeout(timer);
    watcher.disconnect();
    over.abort();
  }

  document.addEventListener('visibilitychange', look, { signal: over.signal });
  watcher.observe(element);
  return stop;
}
