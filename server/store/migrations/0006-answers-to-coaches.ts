/**
 * What a coachee writes back is for the coaches of its author; once it was for those of its subject. What was stored
 * before that is told to the coaches who may see it now, and taken from those who may no longer, under new numbers.
 */
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const answersToCoaches: Migration = {
  async up(db) {
    const { rows } = await sql<{ id: string }>`select id from workspaces`.execute(db);
    for (const { id } of rows) {
      // SQLite's steps are not in a transaction by themselves.
      if (db.isTransaction) await tell(db, id);
      else await db.transaction().execute(trx => tell(trx, id));
    }
  },
};

/** Nothing the second time: who is told has an entry then, and who may no longer see has none under an old number. */
async function tell(db: Pick<Kysely<unknown>, 'getExecutor'>, workspaceId: string): Promise<void> {
  const { rows: changes } = await sql<{ member_id: string; record_id: string }>`
    select a.coach_id as member_id, r.id as record_id from records r
      join assignments a on a.workspace_id = r.workspace_id and a.coachee_id = r.author_id and a.state = 'active'
      where ${answers(workspaceId)} and a.coach_id <> r.author_id and a.coach_id <> coalesce(r.subject_id, '')
        and not exists (select 1 from feed f where f.workspace_id = r.workspace_id and f.member_id = a.coach_id
          and f.record_id = r.id)
    union
    select f.member_id, f.record_id from records r
      join feed f on f.workspace_id = r.workspace_id and f.record_id = r.id and f.seq = r.seq
      join assignments a on a.workspace_id = r.workspace_id and a.coachee_id = r.subject_id
        and a.coach_id = f.member_id and a.state = 'active'
      where ${answers(workspaceId)} and f.member_id <> r.author_id and f.member_id <> coalesce(r.subject_id, '')
        and not exists (select 1 from assignments b where b.workspace_id = r.workspace_id and b.coach_id = f.member_id
          and b.coachee_id = r.author_id and b.state = 'active')
    order by record_id, member_id`.execute(db);
  if (changes.length === 0) return;
  const { rows } = await sql<{ seq: number }>`select seq from workspaces where id = ${workspaceId}`.execute(
    db,
  );
  let seq = Number(rows[0]?.seq ?? 0);
  for (const { member_id, record_id } of changes) {
    seq += 1;
    await sql`
      insert into feed (workspace_id, member_id, record_id, seq)
      values (${workspaceId}, ${member_id}, ${record_id}, ${seq})
      on conflict (workspace_id, member_id, record_id) do update set seq = excluded.seq`.execute(db);
  }
  const tag = randomBytes(9).toString('base64url');
  await sql`insert into commits (workspace_id, seq, tag) values (${workspaceId}, ${seq}, ${tag})`.execute(db);
  await sql`update workspaces set seq = ${seq} where id = ${workspaceId}`.execute(db);
}

function answers(workspaceId: string) {
  return sql`r.workspace_id = ${workspaceId} and r.audience = 'coaches' and r.deleted = 0
    and r.type in ('acknowledgement', 'commitment', 'evidence', 'seen')`;
}
