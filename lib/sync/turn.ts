/**
 * One at a time, over all contexts of the extension. A call during a run does not join it, as it may be past the point
 * where it would see the caller's change: it gets a run of its own after it, shared with all who came meanwhile.
 */

interface Line<T> {
  running: Promise<unknown>;
  next?: Promise<T>;
}

const lines = new Map<string, Line<unknown>>();

/** Runs `work` when its turn has come. All calls under one `name` must be about the same work. */
export function takeTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(name) as Line<T> | undefined;
  if (line?.next) return line.next;
  if (line) {
    const next = line.running.then(
      () => start(name, work),
      () => start(name, work),
    );
    line.next = next;
    return next;
  }
  return start(name, work);
}

function start<T>(name: string, work: () => Promise<T>): Promise<T> {
  const running = lockOverContexts(name, work);
  const line: Line<T> = { running };
  lines.set(name, line);
  const leave = () => {
    if (lines.get(name) === line && !line.next) lines.delete(name);
  };
  running.then(leave, leave);
  return running;
}

/** The browser lets go of the lock when the context that holds it dies. */
function lockOverContexts<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(name, work) : work();
}
