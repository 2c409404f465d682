/**
 * One at a time, over all contexts of the extension. A call during a run does not join it, as the run may be past the
 * point where it would see the caller's change: it gets a run of its own after it, shared with all who came meanwhile.
 */

interface Line {
  /** Ends when all that was asked for is done. */
  tail: Promise<unknown>;
  /** The last run, while it has not begun. */
  waiting?: { key: string; run: Promise<unknown> } | undefined;
}

const lines = new Map<string, Line>();

/**
 * Runs `work` when nobody else holds `lock`. Calls with an equal `key` must be about the same work and give the same:
 * they share a run that has not begun. Whatever `work` throws, the line goes on.
 */
export function runExclusive<T>(lock: string, key: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(lock) ?? { tail: Promise.resolve() };
  if (line.waiting?.key === key) return line.waiting.run as Promise<T>;
  const run = line.tail.then(() => {
    if (line.waiting?.run === run) line.waiting = undefined;
    return lockOverContexts(lock, work);
  });
  const tail = run.then(leave, leave);
  function leave(): void {
    if (line.tail === tail) lines.delete(lock);
  }
  line.waiting = { key, run };
  line.tail = tail;
  lines.set(lock, line);
  return run;
}

/** The browser lets go of the lock when the context that holds it dies. */
function lockOverContexts<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(lock, work) : work();
}
