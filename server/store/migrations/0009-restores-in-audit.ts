/** Finds a workspace's restores without reading its whole log (sync/check-limits.ts). There are few, so it is small. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const restoresInAudit: Migration = {
  async up(db) {
    await sql`create index audit_restores on audit (workspace_id, at) where kind = 'restore'`.execute(db);
  },
};
