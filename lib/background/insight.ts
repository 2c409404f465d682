/** Answers pages that want to know what the server works out over everybody's records. Nothing of it is kept. */
import { loadAccount } from '#lib/device/account.ts';
import type { Answered } from '#lib/messages/contract.ts';
import type { z } from '#lib/records/zod.ts';
import { readInsight } from '#lib/sync/insight.ts';
import { coverageResponse, escalationsResponse } from '#lib/sync/insight-protocol.ts';

export type InsightReader = ReturnType<typeof createInsightReader>;

export function createInsightReader(fetching: typeof fetch = fetch.bind(globalThis)) {
  async function read<S extends z.ZodType>(path: string, schema: S): Promise<Answered<z.output<S>>> {
    const account = await loadAccount();
    if (!account) return { ok: false, reason: 'offline' };
    const reply = await readInsight(account, fetching, path, schema);
    if (reply.ok) return reply;
    return { ok: false, reason: reply.status === 403 ? 'not-yours' : 'offline' };
  }
  return {
    escalations: () => read('escalations', escalationsResponse),
    coverage: () => read('coverage', coverageResponse),
  };
}
