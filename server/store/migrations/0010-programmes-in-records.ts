/** Finds a workspace's programmes without reading all of its records (exchange/erasure/in-use.ts). There are few of them. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const programmesInRecords: Migration = {
  async up(db) {
    await sql`create index records_programmes on records (workspace_id, id) where type = 'programme'`.execute(
      db,
    );
  },
};
