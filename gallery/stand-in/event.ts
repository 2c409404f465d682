/** An event of the browser's, of those that views listen to. */

type Listener<A extends unknown[]> = (...args: A) => unknown;

export interface StandInEvent<A extends unknown[]> {
  addListener(listener: Listener<A>): void;
  removeListener(listener: Listener<A>): void;
  clear(): void;
  /** What each listener answers. */
  emit(...args: A): unknown[];
}

export function createEvent<A extends unknown[]>(onFirst?: () => void): StandInEvent<A> {
  const listeners = new Set<Listener<A>>();
  return {
    addListener(listener) {
      listeners.add(listener);
      if (listeners.size === 1) onFirst?.();
    },
    removeListener: listener => void listeners.delete(listener),
    clear: () => listeners.clear(),
    emit: (...args) => [...listeners].map(listener => listener(...args)),
  };
}
