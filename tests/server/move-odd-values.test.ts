/** A move from SQLite, which keeps whatever it was given, to either database: it names each odd value, and goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAuth } from '#server/auth/auth.ts';
import { readConfig } from '#server/config.ts';
import { readBackupFile, writeBackupFile } from '#server/exchange/backup-file.ts';
import { exportWorkspace, importWorkspace } from '#server/exchange/workspace-file/workspace-file.ts';
import { backup } from '#server/operate/backup.ts';
import { commands } from '#server/operate/commands.ts';
import { startServer } from '#server/start.ts';
import { DATABASE_FILE, openSqlite } from '#server/store/sqlite.ts';
import { emptyStore, postgresUrl } from '#testing/server/empty-store.ts';
import { createDatabase } from '#testing/server/postgres.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const SECRET = 'a secret for tests of moving, of any length';

let folder: string;
let team: TestTeam & { owner: TestMember };
let ids: { large: string; huge: string; nul: string; text: string; whole: string };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-move-'));
  team = await startTeam({ dataDir: join(folder, 'old') });
  const { owner } = team;
  const [large, huge, nul, text, whole] = Array.from({ length: 5 }, () => owner.note(owner));
  if (!large || !huge || !nul || !text || !whole) throw new Error('Five notes.');
  await owner.push(large, huge, nul, text, whole);
  ids = { large: large.id, huge: huge.id, nul: nul.id, text: text.id, whole: whole.id };
  await team.stop();
  const file = new DatabaseSync(join(folder, 'old', DATABASE_FILE));
  file.prepare('update records set rev = 2147483648 where id = ?').run(large.id);
  file.prepare('update records set created_at = 9223372036854775807 where id = ?').run(huge.id);
  file.prepare('update records set record = ? where id = ?').run('half a \u0000 record', nul.id);
  file.prepare("update records set received_at = 'yesterday' where id = ?").run(text.id);
  file.prepare('update user set name = ?').run('Olive\u0000 Owner');
  file.prepare("update user set createdAt = 'long ago'").run();
  file.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a restore that leaves a row out says so, and does not end like one that has all', async () => {
  const [whole, twice] = [join(folder, 'whole'), join(folder, 'twice')];
  const old = openSqlite(join(folder, 'old'));
  await backup(old.db, whole, undefined, Date.now());
  await old.close();
  // Two rows under one key: no database takes the second.
  async function* lines(): AsyncGenerator<unknown> {
    let table = '';
    for await (const line of readBackupFile(whole, undefined)) {
      const row = line as { table?: string; end?: true; rows?: number };
      if (row.table !== undefined) table = row.table;
      if (Array.isArray(line) && table === 'workspaces') yield line;
      yield row.end ? { ...row, rows: (row.rows ?? 0) + 1 } : line;
    }
  }
  await writeBackupFile(twice, undefined, lines());
  for (const [file, code] of [
    [whole, 0],
    [twice, 2],
  ] as const) {
    const said: string[] = [];
    const cluster = postgresUrl();
    const env: Record<string, string> = {
      DATA_DIR: join(folder, `new-${code}`),
      SECRET,
      ...(cluster === undefined ? {} : { DATABASE_URL: await createDatabase(cluster) }),
    };
    const config = readConfig(env);
    const run = commands.restore?.run({ config, args: [file], say: line => said.push(line), now: 5 });
    expect([file, await run]).toEqual([file, code]);
    expect(said.filter(line => line.startsWith('NOT all of it is in: 1 rows'))).toHaveLength(code / 2);
    expect(said.filter(line => /^workspaces .*left out/.test(line))).toHaveLength(code / 2);
  }
});

it('a backup of odd values is restored into either database, and says what it had to change', async () => {
  const file = join(folder, 'backup');
  const old = openSqlite(join(folder, 'old'));
  await backup(old.db, file, undefined, Date.now());
  await old.close();

  const said: string[] = [];
  const cluster = postgresUrl();
  const env: Record<string, string> = {
    DATA_DIR: join(folder, 'new'),
    SECRET,
    ...(cluster === undefined ? {} : { DATABASE_URL: await createDatabase(cluster) }),
  };
  const run = commands.restore?.run({
    config: readConfig(env),
    args: [file],
    say: line => said.push(line),
    now: Date.now(),
  });
  expect(await run).toBe(0);
  if (cluster !== undefined) {
    for (const id of [ids.large, ids.huge, ids.nul, ids.text]) {
      expect([id, said.filter(line => line.includes(id)).length]).toEqual([id, 1]);
    }
    expect(said.filter(line => line.startsWith('user '))).toHaveLength(1);
    expect(said.join()).not.toContain('Olive');
  }
  const { dataDir, databaseUrl, secret } = readConfig(env);
  const server = await startServer({ port: 0, log: null, dataDir, databaseUrl, secret });
  try {
    const rows = await server.context.database.db.selectFrom('records').select('id').execute();
    expect(rows.map(row => row.id).sort()).toEqual(Object.values(ids).sort());
    const me = await fetch(`${server.url}/v1/me`, {
      headers: { authorization: `Bearer ${team.owner.token}` },
    });
    expect(me.status).toBe(200);
  } finally {
    await server.stop();
  }
});

it('a workspace with odd values is exported, and imported beside them', async () => {
  const file = join(folder, 'workspace');
  const old = openSqlite(join(folder, 'old'));
  const { workspaceId, owner } = team;
  const common = { owner: owner.email, file, key: undefined, now: Date.now() };
  expect(await exportWorkspace(old.db, { workspaceId, ...common })).toBe(5);
  await old.close();

  const server = await startServer({ port: 0, log: null, ...(await emptyStore()) });
  try {
    const { database, config } = server.context;
    const { publicUrl, secret } = config;
    const said: string[] = [];
    const made = await importWorkspace(
      database.db,
      db =>
        createAuth({ db, kind: database.kind, publicUrl, secret, onSignIn: async () => {}, within: true }),
      { ...common, onOdd: line => said.push(line) },
    );
    expect(made.records).toBe(4);
    expect(said.filter(line => line.includes(ids.nul))).toHaveLength(1);
  } finally {
    await server.stop();
  }
});
