/** The databases that the server can stand on, as tests of faults need them: copied while it runs, put back, torn away. */
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { RunningServer, StartOptions } from '#server/start.ts';
import { DATABASE_FILE } from '#server/store/sqlite.ts';
import { postgresUrl } from './empty-store.ts';
import { createDatabase, runSql } from './postgres.ts';

/** One database, and a server's way to it. */
export interface TestStore {
  /** For `startServer`. */
  options: StartOptions;
  /** The same for a server in a process of its own. */
  env: Record<string, string>;
  /** A store of its own with what is in this one now; no server may have this one open. */
  clone(): Promise<TestStore>;
  /** Copies what is committed; the server goes on. Returns a name for `restore`. */
  backup(server: RunningServer): Promise<string>;
  /** Puts a backup in the place of all that is there. The server must have been stopped. */
  restore(backup: string): Promise<void>;
  /** Tears the database away from under a server, with whatever is under way, as a kill of the server would. */
  tear(server: RunningServer): Promise<void>;
  drop(): Promise<void>;
}

/** An empty one: on the PostgreSQL of the run where it is on one (see empty-store.ts), otherwise an SQLite file. */
export async function newStore(): Promise<TestStore> {
  const cluster = postgresUrl();
  return cluster === undefined
    ? sqliteIn(await newFolder())
    : postgresAt(cluster, await createDatabase(cluster));
}

/** SQLite in `folder`/data. */
function sqliteIn(folder: string): TestStore {
  const dataDir = join(folder, 'data');
  const file = join(dataDir, DATABASE_FILE);
  let backups = 0;
  return {
    options: { dataDir },
    env: { DATA_DIR: dataDir },
    async clone() {
      const other = await newFolder();
      await cp(dataDir, join(other, 'data'), { recursive: true });
      return sqliteIn(other);
    },
    async backup(server) {
      const backup = join(folder, `backup-${++backups}.db`);
      await sql`vacuum into ${backup}`.execute(server.context.database.db);
      return backup;
    },
    async restore(backup) {
      for (const part of ['-wal', '-shm']) await rm(file + part, { force: true });
      await copyFile(backup, file);
    },
    tear: server => server.context.database.close(),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The database at `address`, in the cluster whose database `postgres` is at `cluster`. */
export function postgresAt(cluster: string, address: string): TestStore {
  const name = new URL(address).pathname.slice(1);
  const secret = 'a secret for tests of faults, of any length';
  const backups: string[] = [];
  const options = { databaseUrl: address, databasePool: 4, dataDir: ':memory:', secret };
  /** A database is copied only while nobody is connected. Whoever was connects again at the next use. */
  const cutOff = (database: string) =>
    runSql(cluster, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
  const copy = async (from: string, to: string) => {
    await cutOff(from);
    await runSql(cluster, `create database ${to} template ${from}`);
  };
  return {
    options,
    env: { DATABASE_URL: address, SECRET: secret },
    async clone() {
      const other = await createDatabase(cluster);
      await runSql(cluster, `drop database ${new URL(other).pathname.slice(1)}`);
      await copy(name, new URL(other).pathname.slice(1));
      return postgresAt(cluster, other);
    },
    async backup() {
      const backup = `${name}_${backups.length}`;
      await copy(name, backup);
      backups.push(backup);
      return backup;
    },
    async restore(backup) {
      await runSql(cluster, `drop database ${name} with (force)`);
      await copy(backup, name);
    },
    async tear(server) {
      await cutOff(name);
      await server.context.database.close();
    },
    async drop() {
      for (const each of [name, ...backups]) await runSql(cluster, `drop database ${each} with (force)`);
    },
  };
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sideline-store-'));
}
