/** Each look at figures over everybody's records is an entry in the log: who looked, at what, when. */
import type { Kysely } from 'kysely';
import type { INSIGHT_ROLES } from '#lib/sync/insight-protocol.ts';
import { logEntry } from '#server/audit/log.ts';
import type { Tables } from '#server/store/schema.ts';

export function logInsight(
  db: Kysely<Tables>,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  what: keyof typeof INSIGHT_ROLES,
  now: number,
): Promise<void> {
  return logEntry(db, workspaceId, now, {
    kind: 'insight',
    actorId: memberId,
    type: 'workspace',
    targetId: workspaceId,
    detail: { what },
  });
}
