/**
 * Our own tables, built in numbered steps, one file each, the same for both databases. Never edit a step once it was
 * released: write the next one instead. The auth library brings its own tables.
 */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { first } from './migrations/0001-first.ts';
import { audit } from './migrations/0002-audit.ts';
import { formerMembers } from './migrations/0003-former-members.ts';
import { revokedTokens } from './migrations/0004-revoked-tokens.ts';
import { ownRecords } from './migrations/0005-own-records.ts';
import { answersToCoaches } from './migrations/0006-answers-to-coaches.ts';
import { knownBrowsers } from './migrations/0007-known-browsers.ts';
import { practiceToCoaches } from './migrations/0008-practice-to-coaches.ts';
import { restoresInAudit } from './migrations/0009-restores-in-audit.ts';
import { programmesInRecords } from './migrations/0010-programmes-in-records.ts';
import { shownFigures } from './migrations/0011-shown-figures.ts';
import type { Tables } from './schema.ts';

/** In the order of their names. */
const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-audit': audit,
  '0003-former-members': formerMembers,
  '0004-revoked-tokens': revokedTokens,
  '0005-own-records': ownRecords,
  '0006-answers-to-coaches': answersToCoaches,
  '0007-known-browsers': knownBrowsers,
  '0008-practice-to-coaches': practiceToCoaches,
  '0009-restores-in-audit': restoresInAudit,
  '0010-programmes-in-records': programmesInRecords,
  '0011-shown-figures': shownFigures,
};

export const migrationNames: readonly string[] = Object.keys(migrations);

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'sideline_migrations',
    migrationLockTableName: 'sideline_migrations_lock',
  });
}

/** Brings the database up to this version, or to the step `to`. Rethrows the error of a step that could not be done. */
export async function migrate(db: Kysely<Tables>, to?: string): Promise<void> {
  const migrator = migratorOf(db);
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error) throw error;
}

/** The names of the steps that this database has had. */
export async function doneMigrations(db: Kysely<Tables>): Promise<string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.filter(each => each.executedAt !== undefined).map(each => each.name);
}

/** The names of the steps of this version that the database still needs. */
export async function missingMigrations(db: Kysely<Tables>): Promise<string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.filter(each => each.executedAt === undefined).map(each => each.name);
}
