/** Finds the device of a token, and remembers it for routes that check in their own transaction. */
import type { Kysely } from 'kysely';
import { type Caller, findCaller } from '#server/store/devices.ts';
import type { Tables } from '#server/store/schema.ts';
import { hashToken } from '#server/store/tokens.ts';

/** More devices than call one instance in a day; about 300 bytes each. */
const MAX_REMEMBERED = 20_000;

export interface Callers {
  /** The device with this token; undefined when it is unknown or was signed out. */
  find(token: string): Promise<Caller | undefined>;
  /**
   * The device that this token belonged to when `find` last found it. That never changes, because a token can end but
   * never passes to somebody else. The route has to check in its own transaction whether the token still holds.
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
