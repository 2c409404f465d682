/** A server that cannot start says why in one sentence, and ends with a code that says what has to be changed. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '#server/config.ts';
import { startProblem } from '#server/operate/start-problems.ts';
import { startServer } from '#server/start.ts';
import { migrate } from '#server/store/migrations.ts';
import { DATABASE_FILE, openSqlite } from '#server/store/sqlite.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { createDatabase } from '#testing/server/postgres.ts';
import { SERVER_MAIN } from '#testing/server/server-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(
  env: Record<string, string>,
  args: string[] = [],
): Promise<{ code: number | null; said: string }> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [SERVER_MAIN, ...args],
      { env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(folder, 'data'), ...env } },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, said: stderr.trim() }),
    );
  });
}

/** One sentence, and no stack. */
function expectSaid({ said }: { said: string }, what: RegExp): void {
  expect(said).toMatch(what);
  expect(said.split('\n')).toHaveLength(1);
  expect(said).not.toContain('    at ');
}

describe('a server that cannot start', { timeout: 120_000 }, () => {
  it('because its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const ended = await start({ PORT: port });
    expectSaid(ended, new RegExp(`port ${port}: another program has it`));
    expect(ended.code).toBe(3);
    other.close();
  });

  it('because its database is away', async () => {
    const ended = await start({
      DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/team',
      SECRET: 'x'.repeat(40),
    });
    expectSaid(ended, /The database team at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/);
    expect(ended.said).not.toContain('hush');
    expect(ended.code).toBe(4);
  });

  it('because its directory is a file, or lies below one', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    for (const dir of [file, join(file, 'data')]) {
      const ended = await start({ DATA_DIR: dir });
      expectSaid(ended, /cannot be used: it.* is a file and no directory\./);
      expect(ended.code).toBe(5);
    }
  });

  it('because there is a directory in the place of its database', async () => {
    mkdirSync(join(folder, 'data', DATABASE_FILE), { recursive: true });
    const ended = await start({});
    expectSaid(ended, /the database in it cannot be opened/);
    expect(ended.code).toBe(5);
  });

  it('because its database is none, or damaged', async () => {
    mkdirSync(join(folder, 'data'));
    const file = join(folder, 'data', DATABASE_FILE);
    writeFileSync(file, 'This is a text. '.repeat(1000));
    const none = await start({});
    expectSaid(none, /is none: restore a backup/);
    expect(none.code).toBe(6);

    rmSync(join(folder, 'data'), { recursive: true });
    const database = openSqlite(join(folder, 'data'));
    await migrate(database.db);
    await database.close();
    // The head of the file stays, and so the whole looks like a database.
    const handle = openSync(file, 'r+');
    for (let page = 1; page < 8; page += 1) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    const damaged = await start({});
    expectSaid(damaged, /is damaged: restore a backup/);
    expect(damaged.code).toBe(6);
  });

  it('and leaves no line to the other instances open', async ({ skip }) => {
    const url = postgresUrl();
    // On SQLite there is only one instance.
    if (url === undefined) return skip();
    const databaseUrl = await createDatabase(url);
    const now = () => {
      throw new Error('This clock is broken.');
    };
    await expect(startServer({ port: 0, dataDir: folder, databaseUrl, log: null, now })).rejects.toThrow(
      'clock',
    );
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const others = async () => {
      const { rows } = await client.query(
        'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      return rows.length;
    };
    await expect.poll(others).toBe(0);
    await client.end();
  });

  it('and a command says of its own file what is wrong with that', async () => {
    const ended = await start({}, ['restore', folder]);
    expectSaid(ended, new RegExp(`^${folder} cannot be read: EISDIR`));
    expect(ended.code).toBe(1);
  });

  it('and a command says the same', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    const ended = await start({ DATA_DIR: file }, ['import-workspace', file, 'a@b.example']);
    expectSaid(ended, /is a file and no directory/);
    expect(ended.code).toBe(5);
  });
});

describe('what the system says', () => {
  const said = (fields: object, where = {}) =>
    startProblem(Object.assign(new Error('words of the system'), fields), {
      dataDir: '/data',
      host: '0.0.0.0',
      port: 80,
      ...where,
    });
  const POSTGRES = { databaseUrl: 'postgres://me:hush@db.example/team' };

  it.each([
    [{ syscall: 'listen', code: 'EACCES' }, {}, /port 80: this user may not use it/, 3],
    [{ syscall: 'listen', code: 'EADDRNOTAVAIL' }, {}, /does not have that address/, 3],
    [{ syscall: 'mkdir', code: 'EROFS', path: '/data' }, {}, /can only be read/, 5],
    [{ syscall: 'mkdir', code: 'EACCES', path: '/' }, {}, /may not write there/, 5],
    [{ syscall: 'open', code: 'ENOSPC', path: '/data/secret' }, {}, /disk is full/, 5],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 }, {}, /can only be read/, 5],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 1032 }, {}, /can only be read/, 5],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, {}, /disk is full/, 5],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 267 }, {}, /damaged/, 6],
    [{ code: '3D000' }, POSTGRES, /team at db\.example does not exist/, 4],
    [{ code: '28P01' }, POSTGRES, /refuses the user or password/, 4],
    [{ code: 'ENOTFOUND' }, POSTGRES, /cannot be reached/, 4],
    [{ code: '53100' }, POSTGRES, /no room left/, 4],
  ])('%j with %j', (fields, where, sentence, exitCode) => {
    const problem = said(fields, where);
    expect(problem?.sentence).toMatch(sentence);
    expect(problem?.sentence).not.toContain('hush');
    expect(problem?.exitCode).toBe(exitCode);
  });

  it('is not said for a mistake of ours, whose stack is worth having', () => {
    expect(startProblem(new TypeError('x is not a function'), {})).toBeUndefined();
    expect(said({ code: 'ERR_SQLITE_ERROR', errcode: 1 })).toBeUndefined();
    // What is elsewhere says nothing about the data directory.
    for (const path of ['/etc/keys', '/data2/secret', '/other/data', undefined]) {
      expect(said({ syscall: 'open', code: 'EACCES', path })).toBeUndefined();
    }
    expect(startProblem(new ConfigError('PORT: no.'), {})).toEqual({ sentence: 'PORT: no.', exitCode: 1 });
  });
});
