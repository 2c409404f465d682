/**
 * Asks the server for counts over everybody's notes, and keeps the answers for a while, so that nobody who writes has to
 * wait. Kept in memory only: a worker that starts anew asks again.
 */
import type { Elsewhere } from '#lib/coaching/notes/elsewhere.ts';
import { loadAccount } from '#lib/device/account.ts';
import type { ComposerDraft } from '#lib/messages/contract.ts';
import type { SyncAccount } from '#lib/sync/account.ts';
import { type CountsAbout, readCounts } from '#lib/sync/counts.ts';
import { MINUTE, SECOND } from '#lib/time.ts';

/** So long an answer is as good as a new one. */
const FRESH = MINUTE;
/** So long the last answer decides what may be sent: about as long as a note takes to write. */
const USABLE = 15 * MINUTE;
const MAX_KEPT = 200;
/** A server that did not answer, or is too old to count, is left alone for so long. */
const REST = 15 * SECOND;

export type ServerCounts = ReturnType<typeof createServerCounts>;

/** What the server is asked for about this draft; undefined while it is about nobody. */
export function countedIn({ subjectId, behaviourId, kind }: ComposerDraft): CountsAbout | undefined {
  if (subjectId === undefined) return undefined;
  return { personId: subjectId, ...(kind === 'correction' ? { behaviourId } : {}) };
}

export function createServerCounts(now: () => number = Date.now, fetching = fetch.bind(globalThis)) {
  const kept = new Map<string, Elsewhere>();
  const underWay = new Map<string, Promise<Elsewhere | undefined>>();
  let silent: { server: string; until: number } | undefined;

  function recent(key: string, within: number): Elsewhere | undefined {
    const found = kept.get(key);
    return found && now() - found.askedAt <= within ? found : undefined;
  }

  async function keptFor(about: CountsAbout, within: number): Promise<Elsewhere | undefined> {
    const account = await loadAccount();
    return account && recent(keyOf(account, about), within);
  }

  async function read(account: SyncAccount, about: CountsAbout, key: string): Promise<Elsewhere | undefined> {
    const askedAt = now();
    const reply = await readCounts({ account, fetch: fetching, about });
    if (!reply.ok) {
      // That one person is none of ours says nothing of others.
      if (reply.status !== 403) silent = { server: account.server, until: now() + REST };
      return undefined;
    }
    if (kept.size >= MAX_KEPT) kept.clear();
    const elsewhere = { answer: reply.value, askedAt };
    kept.set(key, elsewhere);
    return elsewhere;
  }

  return {
    /** A new answer, or one of the last minute; undefined without a server, or when it does not answer. */
    async ask(about: CountsAbout): Promise<Elsewhere | undefined> {
      const account = await loadAccount();
      if (!account) return undefined;
      const key = keyOf(account, about);
      const known = recent(key, FRESH);
      if (known) return known;
      if (silent?.server === account.server && now() < silent.until) return undefined;
      const request = underWay.get(key) ?? read(account, about, key).finally(() => underWay.delete(key));
      underWay.set(key, request);
      return request;
    },
    /** One of the last minute, without asking. */
    fresh: (about: CountsAbout) => keptFor(about, FRESH),
    /** The last answer, unless it is too old to decide anything; without asking. */
    last: (about: CountsAbout) => keptFor(about, USABLE),
  };
}

/** The token is part of it: whoever signs in next must not be told what the one before was. */
function keyOf({ server, token }: { server: string; token: string }, about: CountsAbout): string {
  return JSON.stringify([server, token, about.personId, about.behaviourId ?? null]);
}
