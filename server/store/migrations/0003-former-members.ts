/** Names of those who left, and their ids in case they return. */
import type { Migration } from 'kysely/migration';

export const formerMembers: Migration = {
  async up(db) {
    await db.schema
      .createTable('former_members')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('member_id', 'text', c => c.notNull())
      .addColumn('user_id', 'text', c => c.notNull())
      .addColumn('name', 'text', c => c.notNull())
      .addColumn('left_at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('former_members_pk', ['workspace_id', 'member_id'])
      .execute();
  },
};
