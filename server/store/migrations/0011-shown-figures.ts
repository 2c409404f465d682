/** The figures about groups that were shown, and whom they are about: they decide which others may be (server/insight). */
import type { Migration } from 'kysely/migration';

export const shownFigures: Migration = {
  async up(db) {
    await db.schema
      .createTable('shown_figures')
      .addColumn('workspace_id', 'text', c => c.notNull())
      .addColumn('metric', 'text', c => c.notNull())
      .addColumn('id', 'text', c => c.notNull())
      .addColumn('cells', 'text', c => c.notNull())
      .addColumn('value', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('shown_figures_pk', ['workspace_id', 'metric', 'id'])
      .execute();
  },
};
