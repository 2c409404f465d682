/**
 * The storage: one interface, two databases. Everything above uses Kysely and does not care which of the two it is,
 * apart from the few places that ask for `kind`.
 */
import { join } from 'node:path';
import { type Kysely, PostgresAdapter } from 'kysely';
import { openPostgres } from './postgres.ts';
import type { Tables } from './schema.ts';
import { DATABASE_FILE, openSqlite, openSqliteToRead } from './sqlite.ts';

export interface DatabaseConfig {
  /** A directory, or `:memory:`. */
  dataDir: string;
  /** PostgreSQL, for any number of instances. Unset: SQLite in the data directory. */
  databaseUrl?: string | undefined;
  /** Connections that one instance opens to PostgreSQL at most. */
  databasePool: number;
}

export type DatabaseKind = 'sqlite' | 'postgres';

export interface Database {
  kind: DatabaseKind;
  /** The query builder that we all use. Integers come as numbers, dates of the auth library's tables as ISO texts. */
  db: Kysely<Tables>;
  /** The same database for the auth library, which needs dates the way the driver gives them. */
  authDb: Kysely<Tables>;
  /** Runs `work` while no other instance runs theirs; for what only one may do, such as migrations. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Connections to PostgreSQL by what they do: `busy`, `idle`, and requests that are `waiting` for one. */
  connections?(): Record<'busy' | 'idle' | 'waiting', number>;
  close(): Promise<void>;
}

/**
 * PostgreSQL where `databaseUrl` is set, otherwise the SQLite file in `dataDir`.
 * `onLost` is called when an idle connection breaks. The next query opens a new one.
 * @throws DataDirInUse when another process has the file open.
 */
export function openDatabase(config: DatabaseConfig, onLost: (error: unknown) => void): Database {
  if (config.databaseUrl === undefined) return openSqlite(config.dataDir);
  return openPostgres({ url: config.databaseUrl, poolSize: config.databasePool }, onLost);
}

/** The same beside a running server; for commands that only read. */
export function openDatabaseToRead(config: DatabaseConfig): Database {
  if (config.databaseUrl === undefined) return openSqliteToRead(join(config.dataDir, DATABASE_FILE));
  return openPostgres({ url: config.databaseUrl, poolSize: 2 }, () => {});
}

/**
 * Opens the database that a restore replaces, only to read it; by its address or its file. @throws when there is none.
 */
export function openPreviousDb(where: string): Database {
  return /^postgres(ql)?:/.test(where)
    ? openPostgres({ url: where, poolSize: 2 }, () => {})
    : openSqliteToRead(where);
}

/** Which database this query builder or transaction uses. */
export function kindOf(db: Kysely<Tables>): DatabaseKind {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
