/**
 * The storage: one interface, two databases. Everything above it speaks Kysely and does not know which of them it is,
 * apart from the few places that ask `kind`.
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
  /** The one query builder. Whole numbers come as numbers, instants of the auth library's tables as ISO texts. */
  db: Kysely<Tables>;
  /** The same database for the auth library, which wants dates as the driver gives them. */
  authDb: Kysely<Tables>;
  /** Runs `work` while no other instance runs its own: for what must be done once, such as migrations. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Connections to PostgreSQL by what they do: `busy`, `idle`, and requests that are `waiting` for one. */
  connections?(): Record<'busy' | 'idle' | 'waiting', number>;
  close(): Promise<void>;
}

/**
 * PostgreSQL where `databaseUrl` is set, otherwise the SQLite file in `dataDir`.
 * `onLost` hears of connections that broke while nobody used them; the next use opens new ones.
 * @throws DataDirInUse when another process has the file open.
 */
export function openDatabase(config: DatabaseConfig, onLost: (error: unknown) => void): Database {
  if (config.databaseUrl === undefined) return openSqlite(config.dataDir);
  return openPostgres({ url: config.databaseUrl, poolSize: config.databasePool }, onLost);
}

/** The same beside a server that runs: for commands that only read. */
export function openDatabaseToRead(config: DatabaseConfig): Database {
  if (config.databaseUrl === undefined) return openSqliteToRead(join(config.dataDir, DATABASE_FILE));
  return openPostgres({ url: config.databaseUrl, poolSize: 2 }, () => {});
}

/** Another one, by its address or the path of its file, to be read only. @throws where there is none. */
export function openPreviousDb(where: string): Database {
  return /^postgres(ql)?:/.test(where)
    ? openPostgres({ url: where, poolSize: 2 }, () => {})
    : openSqliteToRead(where);
}

/** Which database a query builder or a transaction speaks to. */
export function kindOf(db: Kysely<Tables>): DatabaseKind {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
