/** Reads the audit log for owners. */
import type { Kysely } from 'kysely';
import { z } from '#lib/records/zod.ts';
import { auditKinds } from '#server/audit/chain.ts';
import type { Tables } from '#server/store/schema.ts';
import type { auditResponse } from './protocol.ts';

const detail = z.record(z.string(), z.unknown());

/** Null also for what somebody has damaged; the check of the log says so. */
function readDetail(text: string | null): z.infer<typeof detail> | null {
  try {
    return text === null ? null : (detail.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    // It is not JSON.
    return null;
  }
}

/** The entries after number `after`, in order. */
export async function readEntries(
  db: Kysely<Tables>,
  workspaceId: string,
  { after, limit }: { after: number; limit: number },
): Promise<z.infer<typeof auditResponse>> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit + 1)
    .execute();
  const entries = rows.slice(0, limit).map(row => ({
    n: row.n,
    at: row.at,
    kind: auditKinds.find(kind => kind === row.kind) ?? ('change' as const),
    actorId: row.actor_id,
    subjectId: row.subject_id,
    type: row.type,
    targetId: row.target_id,
    detail: readDetail(row.detail),
  }));
  return { entries, more: rows.length > limit };
}
