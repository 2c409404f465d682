/** Finds the members whose feeds a record belongs in. */
import type { Envelope } from '#lib/records/envelope.ts';
import { coacheeOf, maySee, reachOf } from '#lib/records/visibility.ts';
import { coachesOf } from '#server/store/assignments.ts';
import { EVERYONE } from '#server/store/schema.ts';
import type { WorkspaceTx } from '#server/store/workspace-tx.ts';

/** The members who may see a record now; EVERYONE for one that is for the whole workspace. */
export type ViewersOf = (record: Envelope) => Promise<Set<string>>;

/**
 * Asks `maySee` about every possible viewer, so that there is only one rule. Coaches are looked up once in a
 * transaction; `known` holds those that have been looked up already.
 */
export function findViewers(
  tx: WorkspaceTx,
  known: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): ViewersOf {
  const coaches = new Map<string, ReadonlySet<string>>(known);
  return async record => {
    // A record for everyone needs no entry for each member.
    if (reachOf(record) === 'workspace') return new Set([EVERYONE]);
    const candidates = new Set([record.authorId]);
    if (record.subjectId !== undefined) candidates.add(record.subjectId);
    const coacheeId = coacheeOf(record);
    if (coacheeId !== undefined) {
      if (!coaches.has(coacheeId)) coaches.set(coacheeId, await coachesOf(tx.trx, tx.workspaceId, coacheeId));
      for (const coachId of coaches.get(coacheeId) ?? []) candidates.add(coachId);
    }
    const viewers = new Set<string>();
    for (const memberId of candidates) {
      const coachees = new Set(
        coacheeId !== undefined && coaches.get(coacheeId)?.has(memberId) ? [coacheeId] : [],
      );
      if (maySee(record, { memberId, coachees })) viewers.add(memberId);
    }
    return viewers;
  };
}
