import { useLiveQuery } from 'dexie-react-hooks';

/**
 * What `read` finds in the database, and again whenever that changes; undefined, or `initially`, until it is known.
 * All live reads go through here: Dexie follows a read through its awaits only if what it is given is itself an `async`
 * function. With any other, another read on the screen may lose track of what it has to watch, and its view goes stale.
 */
export function useLive<T>(read: () => Promise<T>, deps: unknown[]): T | undefined;
export function useLive<T>(read: () => Promise<T>, deps: unknown[], initially: T): T;
export function useLive<T>(read: () => Promise<T>, deps: unknown[], initially?: T): T | undefined {
  return useLiveQuery(async () => read(), deps, initially);
}
