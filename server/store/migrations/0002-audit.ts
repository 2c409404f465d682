/** The audit log, a workspace's retention, and indexes for what is looked up by author or by subject and type. */
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const audit: Migration = {
  async up(db) {
    await db.schema
      .createTable('audit')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('n', 'bigint', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('subject_id', 'text')
      .addColumn('type', 'text')
      .addColumn('target_id', 'text')
      .addColumn('detail', 'text')
      .addColumn('hash', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('audit_pk', ['workspace_id', 'n'])
      .execute();
    await refuseChanges(db);

    for (const [name, type] of [
      ['audit_count', 'bigint'],
      ['audit_hash', 'text'],
      ['retention_months', 'integer'],
    ] as const) {
      await db.schema.alterTable('workspaces').addColumn(name, type).execute();
    }

    await db.schema.dropIndex('records_by_subject').execute();
    await db.schema
      .createIndex('records_by_subject')
      .on('records')
      .columns(['workspace_id', 'subject_id', 'type', 'audience'])
      .execute();
    await db.schema
      .createIndex('records_by_author')
      .on('records')
      .columns(['workspace_id', 'author_id', 'type'])
      .execute();
  },
};

/** The database itself refuses to change or remove an entry, whoever asks. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`
      create function sideline_audit_stays() returns trigger language plpgsql as
      $$ begin raise exception 'the audit log is only added to'; end $$`.execute(db);
    await sql`
      create trigger audit_stays before update or delete on audit
      for each row execute function sideline_audit_stays()`.execute(db);
    await sql`
      create trigger audit_stays_whole before truncate on audit
      for each statement execute function sideline_audit_stays()`.execute(db);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.raw(`audit_stays_${change}`)} before ${sql.raw(change)} on audit
      begin select raise(abort, 'the audit log is only added to'); end`.execute(db);
  }
}
