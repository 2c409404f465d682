/** The browsers in which a person has signed in before (auth/known-browsers.ts). */
import type { Migration } from 'kysely/migration';

export const knownBrowsers: Migration = {
  async up(db) {
    await db.schema
      .createTable('known_browsers')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('user_id', 'text', c => c.notNull())
      .addColumn('session_id', 'text', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .execute();
    await db.schema
      .createIndex('known_browsers_by_user')
      .on('known_browsers')
      .columns(['user_id', 'expires_at'])
      .execute();
  },
};
