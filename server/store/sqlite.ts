/** The embedded database: one SQLite file, through `node:sqlite`, for our tables and the auth library's. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

export class DataDirInUse extends Error {
  override name = 'DataDirInUse';
}

/** File names below the data directory. */
export const DATABASE_FILE = 'sideline.db';
const LOCK_FILE = 'lock.db';

/**
 * Opens (or makes) the database in `dataDir`, or one in memory for `:memory:`.
 * @throws DataDirInUse when another process has it open.
 */
export function openSqlite(dataDir: string): Database {
  if (dataDir === ':memory:') return wrap(new DatabaseSync(':memory:'));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(dataDir);
  try {
    const file = new DatabaseSync(join(dataDir, DATABASE_FILE));
    // WAL with FULL: a commit is on the disk when it returns, and a backup that reads does not block writers.
    // secure_delete overwrites what is deleted with zeros, so that no free page keeps erased words.
    file.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma secure_delete = on;',
    );
    return wrap(file, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Opens a database only to read it, even while another process writes to it.
 * @throws when there is none.
 */
export function openSqliteToRead(path: string): Database {
  const file = new DatabaseSync(path, { readOnly: true });
  file.exec('pragma busy_timeout = 5000');
  return wrap(file);
}

/**
 * Locks the directory with an exclusive transaction on a small second file, for as long as the process lives. The
 * system releases it even after a kill, which a file with a process number in it cannot promise.
 */
function lockDirectory(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, LOCK_FILE));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    // Any other error says something about the folder.
    if (!isBusy(error)) throw error;
    throw new DataDirInUse(
      `Another server has ${dataDir} open. Stop it first, or set DATA_DIR to another one.`,
    );
  }
  return lock;
}

/** SQLite's own codes for a file that somebody else has locked. */
const BUSY = [5, 6];

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return BUSY.includes(error.errcode & 0xff);
}

function wrap(file: DatabaseSync, lock?: DatabaseSync): Database {
  // The only connection of this process: every statement goes through it.
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(file) }) });
  return {
    kind: 'sqlite',
    db,
    authDb: db,
    alone: work => work(),
    async close() {
      await db.destroy();
      if (file.isOpen) file.close();
      lock?.close();
    },
  };
}

/** How many statements stay prepared; one page of a pull needs fewer than ten. */
const MAX_PREPARED = 256;

/** Makes `node:sqlite` look like better-sqlite3, which Kysely's dialect expects. */
function adapt(file: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = adaptStatement(file.prepare(sql));
      if (sql === 'rollback') return rollingBack(file, statement);
      if (prepared.size >= MAX_PREPARED) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}

/**
 * After some errors, such as a full disk, SQLite has rolled the transaction back by itself. A second rollback would
 * fail and hide the first error.
 */
function rollingBack(file: DatabaseSync, statement: SqliteStatement): SqliteStatement {
  return {
    ...statement,
    run: parameters =>
      file.isTransaction ? statement.run(parameters) : { changes: 0n, lastInsertRowid: 0n },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: parameters => statement.all(...parameters.map(toSql)),
    run: parameters => statement.run(...parameters.map(toSql)),
    iterate: parameters => statement.iterate(...parameters.map(toSql)),
  };
}

function toSql(value: unknown): SQLInputValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}.`);
}
