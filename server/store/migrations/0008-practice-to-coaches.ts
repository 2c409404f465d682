/**
 * A log concerns its person's coaches. Earlier versions wrote those of the catalogue's behaviours for the whole workspace,
 * and everybody's devices have them. They are told to everybody anew, under new numbers: those who may not see them any
 * more learn that they are removed (see `reachOf` in lib/records/visibility.ts).
 */
import { randomBytes } from 'node:crypto';
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const practiceToCoaches: Migration = {
  async up(db) {
    const { rows } = await sql<{ id: string }>`select id from workspaces`.execute(db);
    for (const { id } of rows) {
      // SQLite's steps are not in a transaction by themselves.
      if (db.isTransaction) await tell(db, id);
      else await db.transaction().execute(trx => tell(trx, id));
    }
  },
};

/** The number of the workspace's last commit. On PostgreSQL another instance may still be at work, and has to wait. */
async function lockSeq(db: Pick<Kysely<unknown>, 'getExecutor'>, workspaceId: string): Promise<number> {
  const lock = db.getExecutor().adapter instanceof PostgresAdapter ? sql`for update` : sql``;
  const { rows } = await sql<{ seq: number }>`
    select seq from workspaces where id = ${workspaceId} ${lock}`.execute(db);
  return Number(rows[0]?.seq ?? 0);
}

async function tell(db: Pick<Kysely<unknown>, 'getExecutor'>, workspaceId: string) {
  const seq = await lockSeq(db, workspaceId);
  const logs = sql`workspace_id = ${workspaceId} and type = 'log' and audience = 'workspace' and deleted = 0`;
  const { rows } = await sql<{ count: number }>`select count(*) as count from records where ${logs}`.execute(
    db,
  );
  const count = Number(rows[0]?.count ?? 0);
  if (count === 0) return;
  await sql`
    insert into feed (workspace_id, member_id, record_id, seq)
    select workspace_id, '*', id, ${seq} + row_number() over (order by seq) from records where ${logs}
    on conflict (workspace_id, member_id, record_id) do update set seq = excluded.seq`.execute(db);
  const last = seq + count;
  const tag = randomBytes(9).toString('base64url');
  await sql`insert into commits (workspace_id, seq, tag) values (${workspaceId}, ${last}, ${tag})`.execute(
    db,
  );
  await sql`update workspaces set seq = ${last} where id = ${workspaceId}`.execute(db);
}
