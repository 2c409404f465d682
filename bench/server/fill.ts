/** Many records in a workspace, by SQL: what a large team has written over the years. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#server/store/database.ts';

/** Adds `count` notes that the members wrote about themselves: nobody else is told of them. */
export async function fillWorkspace(
  { db, kind }: Database,
  workspaceId: string,
  members: readonly string[],
  count: number,
): Promise<void> {
  const { seq: base } = await db
    .selectFrom('workspaces')
    .select('seq')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  const numbers: RawBuilder<unknown> =
    kind === 'postgres'
      ? sql`(select i from generate_series(${base + 1}::int, ${base + count}::int) as g(i))`
      : sql`(with recursive n(i) as (select ${base + 1} union all select i + 1 from n where i < ${base + count}) select i from n)`;
  const authors: RawBuilder<unknown> =
    kind === 'postgres'
      ? sql`(select value as author, ordinality - 1 as k from jsonb_array_elements_text(${JSON.stringify(members)}::jsonb) with ordinality)`
      : sql`(select value as author, key as k from json_each(${JSON.stringify(members)}))`;
  const rows = sql`${numbers} as numbers join ${authors} as authors on k = i % ${sql.lit(members.length)}`;
  const text = 'Words of a note that somebody wrote some time ago and that nobody asks for now. '.repeat(5);
  const envelope =
    '"audience":"coaches","refs":[],"rev":1,"createdAt":1700000000000,"updatedAt":1700000000000,"schema":1';
  const body = `"body":{"kind":"correction","observation":"${text}"}`;
  const record = sql`'{"id":"fill-' || i || '","type":"note","workspaceId":"${sql.raw(workspaceId)}","authorId":"' ||
    author || '","subjectId":"' || author || '",${sql.raw(`${envelope},${body}`)}}'`;
  await db.transaction().execute(async trx => {
    await sql`insert into records (workspace_id, id, type, author_id, subject_id, audience, rev, seq, deleted,
        created_at, received_at, record)
      select ${sql.lit(workspaceId)}, 'fill-' || i, 'note', author, author, 'coaches', 1, i, 0, 1700000000000,
        1700000000000, ${record}
      from ${rows}`.execute(trx);
    const seq = base + count;
    await trx
      .insertInto('commits')
      .values({ workspace_id: workspaceId, seq, tag: `filled ${seq}` })
      .execute();
    await trx.updateTable('workspaces').set({ seq }).where('id', '=', workspaceId).execute();
  });
  await sql.raw('analyze').execute(db);
}
