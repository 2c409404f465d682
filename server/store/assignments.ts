/**
 * Who coaches whom, from when until when. When an assignment begins, the coach may see records that are older than
 * their cursor; when it ends, they no longer may. Both reach the coach through the feed, under new sequence numbers.
 */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { WRITTEN_BACK } from '#lib/records/visibility.ts';
import { anyOf } from './insert-rows.ts';
import type { Assignment, Tables } from './schema.ts';
import type { WorkspaceTx } from './workspace-tx.ts';

export interface NewAssignment {
  coachId: string;
  coacheeId: string;
  /** ms since 1970; in the past or now: it begins at once. */
  from: number;
  /** The instant from which it no longer holds. */
  to?: number | undefined;
  /** The member who assigns. */
  by?: string | undefined;
}

export async function assignCoach(tx: WorkspaceTx, input: NewAssignment): Promise<string> {
  const id = uuidv7();
  await tx.trx
    .insertInto('assignments')
    .values({
      workspace_id: tx.workspaceId,
      id,
      coach_id: input.coachId,
      coachee_id: input.coacheeId,
      from_at: input.from,
      to_at: input.to ?? null,
      state: 'waiting',
    })
    .execute();
  tx.log({
    kind: 'assign',
    actorId: input.by,
    subjectId: input.coacheeId,
    type: 'assignment',
    targetId: id,
    detail: { coach: input.coachId, from: input.from, to: input.to ?? null },
  });
  await settleAssignments(tx);
  return id;
}

/** Ends an assignment now, or drops it when it has not begun. `by`: the member who ends it. */
export async function endAssignment(tx: WorkspaceTx, id: string, by?: string): Promise<void> {
  tx.log({ kind: 'unassign', actorId: by, type: 'assignment', targetId: id });
  const key = tx.trx
    .updateTable('assignments')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id);
  await key.set({ to_at: tx.now }).where('state', '=', 'active').execute();
  await key.set({ state: 'ended', to_at: tx.now }).where('state', '=', 'waiting').execute();
  await settleAssignments(tx);
}

/** Begins and ends whatever is due, and stores when the next change will be. */
export async function settleAssignments(tx: WorkspaceTx): Promise<void> {
  const { trx, workspaceId, now } = tx;
  const open = await trx
    .selectFrom('assignments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('state', 'in', ['waiting', 'active'])
    .orderBy('from_at')
    .execute();
  const dates: number[] = [];
  for (const assignment of open) {
    const state = stateAt(assignment, now);
    if (state !== assignment.state) await changeState(tx, assignment, state);
    if (state === 'waiting') dates.push(assignment.from_at);
    if (state === 'active' && assignment.to_at !== null) dates.push(assignment.to_at);
  }
  await trx
    .updateTable('workspaces')
    .set({ next_change_at: dates.length > 0 ? Math.min(...dates) : null })
    .where('id', '=', workspaceId)
    .execute();
}

function stateAt(assignment: Assignment, now: number): Assignment['state'] {
  if (assignment.to_at !== null && assignment.to_at <= now) return 'ended';
  return assignment.from_at <= now ? 'active' : 'waiting';
}

async function changeState(
  tx: WorkspaceTx,
  assignment: Assignment,
  state: Assignment['state'],
): Promise<void> {
  const { coach_id: coachId, coachee_id: coacheeId } = assignment;
  const before = await coachesPair(tx, coachId, coacheeId);
  await tx.trx
    .updateTable('assignments')
    .set({ state })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', assignment.id)
    .execute();
  const after = await coachesPair(tx, coachId, coacheeId);
  // If another assignment of the same pair holds, nothing has changed for the coach.
  if (before !== after) await notifyCoach(tx, coachId, coacheeId);
}

async function coachesPair(tx: WorkspaceTx, coachId: string, coacheeId: string): Promise<boolean> {
  const row = await tx.trx
    .selectFrom('assignments')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('coach_id', '=', coachId)
    .where('coachee_id', '=', coacheeId)
    .where('state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts everything that this person's coaches may see into one coach's feed again, in the old order. */
async function notifyCoach(tx: WorkspaceTx, coachId: string, coacheeId: string): Promise<void> {
  const { trx, workspaceId } = tx;
  // `coacheeOf` in SQL: an answer is about its author's own work, everything else about its subject's.
  const aboutThem = sql<boolean>`
    workspace_id = ${workspaceId} and deleted = 0
      and (audience = 'coaches' or (audience = 'workspace' and type = 'log'))
    and ((subject_id = ${coacheeId} and type not in (${sql.join(WRITTEN_BACK)}))
      or (author_id = ${coacheeId} and type in (${sql.join(WRITTEN_BACK)})))`;
  const { count } = await trx
    .selectFrom('records')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(aboutThem)
    .executeTakeFirstOrThrow();
  tx.touched.add(coachId);
  if (Number(count) === 0) return;
  const base = tx.take(Number(count)) - 1;
  // A single statement, because there may be many records.
  await sql`
    insert into feed (workspace_id, member_id, record_id, seq)
    select workspace_id, ${coachId}, id, ${base} + row_number() over (order by seq)
    from records
    where ${aboutThem}
    on conflict (workspace_id, member_id, record_id) do update set seq = excluded.seq
  `.execute(trx);
}

/** The members whom this one coaches now. Call it in a transaction that has settled the workspace. */
export async function coacheesOf(
  db: Kysely<Tables>,
  workspaceId: string,
  coachId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('assignments')
    .select('coachee_id')
    .where('workspace_id', '=', workspaceId)
    .where('coach_id', '=', coachId)
    .where('state', '=', 'active')
    .execute();
  return new Set(rows.map(row => row.coachee_id));
}

/** The members who coach this one now. */
export async function coachesOf(
  db: Kysely<Tables>,
  workspaceId: string,
  coacheeId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('assignments')
    .select('coach_id')
    .where('workspace_id', '=', workspaceId)
    .where('coachee_id', '=', coacheeId)
    .where('state', '=', 'active')
    .execute();
  return new Set(rows.map(row => row.coach_id));
}

/** The pairs of coach and coachee that hold now, among this coach's coachees and those coachees' coaches. */
export function pairsAround(
  db: Kysely<Tables>,
  workspaceId: string,
  { coachId, coacheeIds }: { coachId: string; coacheeIds: Iterable<string> },
): CompiledQuery<{ coach_id: string; coachee_id: string }> {
  return db
    .selectFrom('assignments')
    .select(['coach_id', 'coachee_id'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'active')
    .where(sql<boolean>`(coach_id = ${coachId} or coachee_id ${anyOf(db, coacheeIds)})`)
    .compile();
}

/** All assignments that hold now or will later; for the team's page and for `me`. */
export function openAssignments(db: Kysely<Tables>, workspaceId: string): Promise<Assignment[]> {
  return db
    .selectFrom('assignments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('state', 'in', ['waiting', 'active'])
    .orderBy('from_at')
    .execute();
}
