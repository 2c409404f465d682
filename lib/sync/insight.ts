/** Asks the server for what it works out over everybody's records: escalations, and figures about groups. */
import type { z } from '#lib/records/zod.ts';
import type { SyncAccount } from './account.ts';
import { type Reply, request } from './request.ts';

/** A few thousand escalations. */
const MAX_BYTES = 1024 * 1024;

/** `path` is below `/v1/insight`. Never throws. */
export function readInsight<S extends z.ZodType>(
  { server, token }: SyncAccount,
  fetching: typeof fetch,
  path: string,
  schema: S,
): Promise<Reply<z.output<S>>> {
  return request({
    fetch: fetching,
    url: `${server}/v1/insight/${path}`,
    token,
    schema,
    maxBytes: MAX_BYTES,
  });
}
