/**
 * What somebody wrote themself is found by its author and its number, and no longer stands in their feed as well: half
 * of what a note between two people writes into the feeds.
 */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const ownRecords: Migration = {
  async up(db) {
    await db.schema.dropIndex('records_by_author').ifExists().execute();
    await db.schema
      .createIndex('records_by_author')
      .on('records')
      .columns(['workspace_id', 'author_id', 'seq'])
      .execute();
    // An entry under a later number than its record's stays: a device may stand between the two.
    await sql`
      delete from feed where exists (
        select 1 from records r where r.workspace_id = feed.workspace_id and r.id = feed.record_id
          and r.author_id = feed.member_id and r.seq = feed.seq)`.execute(db);
  },
};
