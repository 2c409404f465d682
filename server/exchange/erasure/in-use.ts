/** What a workspace works with today, and retention therefore leaves, however long ago it was written. */
import { type Kysely, sql } from 'kysely';
import { dayOf } from '#lib/coaching/calendar.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { traitsOf } from '#lib/records/traits.ts';
import { isType } from '#lib/records/types.ts';
import { listMembers } from '#server/store/members.ts';
import { readStored } from '#server/store/mend.ts';
import type { Tables } from '#server/store/schema.ts';

/** What a record alone does not say. */
export interface Today {
  memberIds: ReadonlySet<string>;
  /** Programmes that had not ended at the cutoff. */
  programmeIds: ReadonlySet<string>;
}

export async function readToday(db: Kysely<Tables>, workspaceId: string, cutoff: number): Promise<Today> {
  const members = await listMembers(db, workspaceId);
  const rows = await db
    .selectFrom('records')
    .select('record')
    .where('workspace_id', '=', workspaceId)
    // Written out, as in the index that it is found by (migration 0010).
    .where(sql<boolean>`type = 'programme'`)
    .where('deleted', '=', 0)
    .execute();
  const running = rows
    .map(row => readStored(row.record))
    .filter(record => record !== undefined && isRunningProgramme(record, dayOf(cutoff)));
  return {
    memberIds: new Set(members.map(({ id }) => id)),
    programmeIds: new Set(running.map(record => record?.id ?? '')),
  };
}

/**
 * A behaviour that somebody works on, a cycle, routine, programme or leave that had not ended at the cutoff, what members
 * are, and what the whole workspace works with (such as behaviours, rubrics and sites that are about nobody).
 */
export function isInUse(record: Envelope, cutoff: number, today: Today): boolean {
  if (record.subjectId === undefined && traitsOf(record.type).keptForAll) return true;
  const day = dayOf(cutoff);
  if (isType(record, 'behaviour')) return record.body.state === 'active';
  if (isType(record, 'cycle')) return record.body.endAt >= cutoff;
  if (isType(record, 'routine')) return isOpenOn(record.body.until, day);
  if (isType(record, 'leave')) return record.body.to >= day;
  if (isType(record, 'position')) return today.memberIds.has(record.subjectId ?? '');
  if (isType(record, 'stage')) return today.programmeIds.has(record.body.programmeId);
  return isRunningProgramme(record, day);
}

function isRunningProgramme(record: Envelope, day: string): boolean {
  return isType(record, 'programme') && isOpenOn(record.body.endDay, day);
}

/** What has no last day goes on. */
function isOpenOn(lastDay: string | undefined, day: string): boolean {
  return lastDay === undefined || lastDay >= day;
}
