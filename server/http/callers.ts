/** Whose tokens there are: looked up, and for a route that looks itself remembered. */
import type { Kysely } from 'kysely';
import { type Caller, findCaller } from '#server/store/devices.ts';
import type { Tables } from '#server/store/schema.ts';
import { hashToken } from '#server/store/tokens.ts';

/** More than call one instance within a day; about 300 bytes each. */
const MAX_REMEMBERED = 20_000;

export interface Callers {
  /** The device of a token; undefined when it is unknown or was signed out. */
  find(token: string): Promise<Caller | undefined>;
  /**
   * Whose this token was when `find` last found it here. That never changes: a token ends, it does not pass to somebody
   * else. Whether it still holds is for the route to ask, in the transaction in which it acts on it.
   */
  recall(token: string): Caller | undefined;
}

/** `now` in ms since 1970. */
export function createCallers(db: Kysely<Tables>, now: () => number): Callers {
  const remembered = new Map<string, Caller>();
  return {
    async find(token) {
      const caller = await findCaller(db, token, now());
      const key = hashToken(token);
      if (!caller) remembered.delete(key);
      else {
        if (remembered.size >= MAX_REMEMBERED) remembered.clear();
        remembered.set(key, caller);
      }
      return caller;
    },
    recall: token => remembered.get(hashToken(token)),
  };
}
