/** Devices that were signed out: so that they learn it, and take what they hold of the workspace off themselves. */
import type { Migration } from 'kysely/migration';

export const revokedTokens: Migration = {
  async up(db) {
    await db.schema
      .createTable('revoked_tokens')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('token_hash', 'text', c => c.notNull())
      .addColumn('revoked_at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('revoked_tokens_pk', ['workspace_id', 'token_hash'])
      .execute();
  },
};
