/**
 * Runs work one at a time across all contexts of the extension. A call during a run does not join it, because
 * that run may be past the point where it would notice the caller's change. It gets another run afterwards,
 * which all calls made in the meantime share.
 */

interface Queue {
  /** Settles when everything in the queue is done. */
  tail: Promise<unknown>;
  /** The last run, until it begins. */
  waiting?: { key: string; run: Promise<unknown> } | undefined;
}

const queues = new Map<string, Queue>();

/**
 * Runs `work` once nobody else holds `lock`. Calls with the same `key` must ask for the same work and the
 * same result, because they share a run that has not begun. If `work` throws, the queue continues all the
 * same.
 */
export function runExclusive<T>(lock: string, key: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(lock) ?? { tail: Promise.resolve() };
  if (queue.waiting?.key === key) return queue.waiting.run as Promise<T>;
  const run = queue.tail.then(() => {
    if (queue.waiting?.run === run) queue.waiting = undefined;
    return lockAcrossContexts(lock, work);
  });
  const tail = run.then(removeIfLast, removeIfLast);
  function removeIfLast(): void {
    if (queue.tail === tail) queues.delete(lock);
  }
  queue.waiting = { key, run };
  queue.tail = tail;
  queues.set(lock, queue);
  return run;
}

/** The browser releases the lock when the context that holds it dies. */
function lockAcrossContexts<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(lock, work) : work();
}
