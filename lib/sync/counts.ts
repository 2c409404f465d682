/** Asks the server how many notes and corrections there are about a person: numbers only (see protocol.ts). */
import type { SyncAccount } from './account.ts';
import { type Counts, countsResponse } from './protocol.ts';
import { type Reply, request } from './request.ts';

export interface CountsAbout {
  personId: string;
  behaviourId?: string | undefined;
}

const MAX_BYTES = 4 * 1024;

/** Never throws. A server of an earlier version does not know the call: that is a failure like any other. */
export function readCounts({
  account: { server, token },
  fetch,
  about,
}: {
  account: SyncAccount;
  fetch: typeof globalThis.fetch;
  about: CountsAbout;
}): Promise<Reply<Counts>> {
  const query = new URLSearchParams({ person: about.personId });
  if (about.behaviourId !== undefined) query.set('behaviour', about.behaviourId);
  return request({
    fetch,
    url: `${server}/v1/counts?${query}`,
    token,
    schema: countsResponse,
    maxBytes: MAX_BYTES,
  });
}
