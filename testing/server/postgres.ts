/**
 * A throw-away PostgreSQL for tests and measurements: its own cluster in a folder of its own, on a private socket, so
 * that no port is taken and nobody else can reach it. Installs PostgreSQL where it is missing and may be installed.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

export interface PostgresCluster {
  /** An address for `DATABASE_URL`. */
  urlOf(database: string): string;
  /** Makes an empty database and returns its address. */
  createDatabase(): Promise<string>;
  /** Runs one statement as the superuser, in the database `postgres` where none is named. */
  run(sql: string, database?: string): Promise<pg.QueryResult>;
  /** Kills all of it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Stops at once, waiting for nobody, and can be started again. */
  halt(): Promise<void>;
  start(): Promise<void>;
  /** Of its first process; the others are that one's children. */
  pid(): number | undefined;
  /** Stops it and removes all that it kept. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Whether a commit is on the disk when it returns, as it is by default; without, tests are faster. */
  durable?: boolean;
}

export class NoPostgres extends Error {
  override name = 'NoPostgres';
}

/** @throws NoPostgres where there is none and none can be installed. */
export async function startPostgres({ durable = true }: ClusterOptions = {}): Promise<PostgresCluster> {
  const bin = findPostgres();
  // The path of a socket may have 107 characters at most, so not below the project.
  const folder = mkdtempSync(join(tmpdir(), 'sideline-pg-'));
  const user = process.getuid?.() === 0 ? userOf('postgres') : undefined;
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  const asUser = { cwd: folder, ...user };
  const data = join(folder, 'data');
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), made, { ...asUser, stdio: 'pipe' });

  let server: ChildProcess | undefined;
  const urlOf = (database: string) =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;

  async function start(): Promise<void> {
    const settings = {
      listen_addresses: '',
      unix_socket_directories: folder,
      max_connections: '200',
      fsync: durable ? 'on' : 'off',
      full_page_writes: durable ? 'on' : 'off',
      shared_buffers: '64MB',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...asUser, stdio: 'pipe' });
    server = child;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let said = '';
    child.stderr?.on('data', chunk => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
    await promise;
  }

  /** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }

  await start();
  return {
    urlOf,
    createDatabase: () => createDatabase(urlOf('postgres')),
    run: (sql, database = 'postgres') => runSql(urlOf(database), sql),
    kill: () => end('SIGQUIT'),
    halt: () => end('SIGINT'),
    start,
    pid: () => server?.pid,
    async stop() {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database in the cluster at `url` and returns its address. */
export async function createDatabase(url: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await runSql(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** One statement over a connection of its own. */
export async function runSql(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The folder with `initdb` and `postgres`: Debian's newest, one on the PATH, or one installed now. */
export function findPostgres(): string {
  const found = lookForPostgres();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('PostgreSQL is missing: installing it (apt-get install postgresql)…');
    try {
      // Otherwise the package would start a cluster of its own.
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PG_CREATE_MAIN_CLUSTER: 'false' };
      execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], {
        stdio: 'pipe',
        env,
      });
    } catch {
      // Said below: it is still not there.
    }
  }
  const installed = lookForPostgres();
  if (installed === undefined) {
    throw new NoPostgres('PostgreSQL is not here. Install it, on Debian: apt-get install postgresql');
  }
  return installed;
}

function lookForPostgres(): string | undefined {
  const packaged = globSync('/usr/lib/postgresql/*/bin').sort(
    (a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4]),
  );
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...packaged, ...onPath].find(
    folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

/** PostgreSQL refuses to run as root: Debian's package brings a user of this name. */
function userOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new NoPostgres(`PostgreSQL does not run as root, and there is no user ${name} to run it as.`);
  }
}
