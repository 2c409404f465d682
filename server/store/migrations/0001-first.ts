/** The tables of the first release. */
import type { Migration } from 'kysely/migration';

export const first: Migration = {
  async up(db) {
    await db.schema
      .createTable('workspaces')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('next_change_at', 'bigint')
      .execute();

    await db.schema
      .createTable('records')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('id', 'text', c => c.notNull())
      .addColumn('type', 'text', c => c.notNull())
      .addColumn('author_id', 'text', c => c.notNull())
      .addColumn('subject_id', 'text')
      .addColumn('audience', 'text', c => c.notNull())
      .addColumn('rev', 'integer', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('deleted', 'integer', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('received_at', 'bigint', c => c.notNull())
      .addColumn('record', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('records_pk', ['workspace_id', 'id'])
      .execute();
    await db.schema
      .createIndex('records_by_subject')
      .on('records')
      .columns(['workspace_id', 'subject_id', 'audience'])
      .execute();

    await db.schema
      .createTable('refs')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('ref_id', 'text', c => c.notNull())
      .addColumn('record_id', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('refs_pk', ['workspace_id', 'ref_id', 'record_id'])
      .execute();

    await db.schema
      .createTable('feed')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('member_id', 'text', c => c.notNull())
      .addColumn('record_id', 'text', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('feed_pk', ['workspace_id', 'member_id', 'record_id'])
      .execute();
    await db.schema
      .createIndex('feed_by_seq')
      .on('feed')
      .columns(['workspace_id', 'member_id', 'seq'])
      .unique()
      .execute();

    await db.schema
      .createTable('commits')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('tag', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('commits_pk', ['workspace_id', 'seq'])
      .execute();

    await db.schema
      .createTable('assignments')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('id', 'text', c => c.notNull())
      .addColumn('coach_id', 'text', c => c.notNull())
      .addColumn('coachee_id', 'text', c => c.notNull())
      .addColumn('from_at', 'bigint', c => c.notNull())
      .addColumn('to_at', 'bigint')
      .addColumn('state', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('assignments_pk', ['workspace_id', 'id'])
      .execute();
    await db.schema
      .createIndex('assignments_by_coach')
      .on('assignments')
      .columns(['workspace_id', 'coach_id', 'state'])
      .execute();
    await db.schema
      .createIndex('assignments_by_coachee')
      .on('assignments')
      .columns(['workspace_id', 'coachee_id', 'state'])
      .execute();

    await db.schema
      .createTable('devices')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('id', 'text', c => c.notNull())
      .addColumn('member_id', 'text', c => c.notNull())
      .addColumn('name', 'text', c => c.notNull())
      .addColumn('token_hash', 'text', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('seen_at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('devices_pk', ['workspace_id', 'id'])
      .execute();
    await db.schema
      .createIndex('devices_by_token')
      .on('devices')
      .columns(['workspace_id', 'token_hash'])
      .unique()
      .execute();
    await db.schema
      .createIndex('devices_by_member')
      .on('devices')
      .columns(['workspace_id', 'member_id'])
      .execute();

    await db.schema
      .createTable('tickets')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('hash', 'text', c => c.notNull())
      .addColumn('device_id', 'text', c => c.notNull())
      .addColumn('member_id', 'text', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('tickets_pk', ['workspace_id', 'hash'])
      .execute();

    await db.schema
      .createTable('device_requests')
      .addColumn('code_hash', 'text', c => c.primaryKey().notNull())
      .addColumn('user_code', 'text', c => c.notNull().unique())
      .addColumn('device_name', 'text', c => c.notNull())
      .addColumn('asked_from', 'text', c => c.notNull())
      .addColumn('asked_at', 'bigint', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .addColumn('workspace_id', 'text')
      .execute();
  },
};
