/** Retention: a workspace can set after how many months without a change its records are erased. Runs daily. */
import type { Kysely } from 'kysely';
import type { Envelope } from '#lib/records/envelope.ts';
import type { LiveHub } from '#server/live/hub.ts';
import { readStored } from '#server/store/mend.ts';
import type { Tables } from '#server/store/schema.ts';
import { stepsOf } from '#server/store/steps.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { type Erased, type ErasureInput, eraseRecords } from './erase.ts';
import { isInUse, readToday, type Today } from './in-use.ts';

/** How many records we look at in one step, so that nobody waits until a whole workspace is read. */
const STEP = 200;

/** Records that changed before this instant are past a retention of so many calendar months (UTC). */
export function cutoffOf(months: number, now: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  // In a month with 30 days, the 31st means its last day.
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** Is this record past its time? What is in use stays, however old. */
export function isPast(record: Envelope, cutoff: number, today: Today): boolean {
  if (record.deletedAt !== undefined || record.updatedAt >= cutoff) return false;
  return !isInUse(record, cutoff, today);
}

/** Sets the number of months, or `null` to keep everything. */
export async function setRetention(
  db: Kysely<Tables>,
  input: { workspaceId: string; by: string; months: number | null; now: number },
): Promise<void> {
  const { workspaceId, by, months, now } = input;
  await changeWorkspace(db, workspaceId, now, async tx => {
    await tx.trx
      .updateTable('workspaces')
      .set({ retention_months: months })
      .where('id', '=', workspaceId)
      .execute();
    tx.log({ kind: 'settings', actorId: by, type: 'workspace', detail: { retentionMonths: months } });
  });
}

export async function retentionOf(db: Kysely<Tables>, workspaceId: string): Promise<number | null> {
  const row = await db
    .selectFrom('workspaces')
    .select('retention_months')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row.retention_months;
}

/** The ids of the records that are past `cutoff` now. */
export async function recordsPast(
  db: Kysely<Tables>,
  workspaceId: string,
  cutoff: number,
): Promise<string[]> {
  const past: string[] = [];
  const today = await readToday(db, workspaceId, cutoff);
  for await (const { after, last } of stepsOf(db, workspaceId, STEP)) {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'record'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '>', after)
      .where('id', '<=', last)
      .where('deleted', '=', 0)
      .where('created_at', '<', cutoff)
      .orderBy('id')
      .execute();
    for (const row of rows) {
      const record = readStored(row.record);
      // Of a damaged one only its row says how old it is.
      if (!record || isPast(record, cutoff, today)) past.push(row.id);
    }
  }
  return past;
}

/**
 * Erases those of these records that are past their time by the retention that is set at the moment when each goes:
 * somebody may have changed a record since it was looked at, or an owner the retention.
 */
export function erasePast(
  db: Kysely<Tables>,
  { workspaceId, now }: { workspaceId: string; now: number },
  ids: readonly string[],
): Promise<Erased> {
  const isStillDue: ErasureInput['isStillDue'] = async trx => {
    const months = await retentionOf(trx, workspaceId);
    if (months === null) return () => false;
    const cutoff = cutoffOf(months, now);
    const today = await readToday(trx, workspaceId, cutoff);
    return record => !record || isPast(record, cutoff, today);
  };
  return eraseRecords(db, { workspaceId, now, isStillDue }, ids);
}

/** Erases what is past its time in every workspace with a retention. Returns how many records that were. */
export async function applyRetention(db: Kysely<Tables>, hub: LiveHub, now: number): Promise<number> {
  const workspaces = await db
    .selectFrom('workspaces')
    .select(['id', 'retention_months'])
    .where('retention_months', 'is not', null)
    .execute();
  let count = 0;
  for (const { id: workspaceId, retention_months: months } of workspaces) {
    if (months === null) continue;
    const ids = await recordsPast(db, workspaceId, cutoffOf(months, now));
    const erased = await erasePast(db, { workspaceId, now }, ids);
    hub.notify(workspaceId, erased.touched);
    count += erased.count;
  }
  return count;
}
