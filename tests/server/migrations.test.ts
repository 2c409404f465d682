/** From every released version up to this one, and several instances that start at once. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { type RunningServer, startServer } from '#server/start.ts';
import { kindOf } from '#server/store/database.ts';
import { migrationNames, missingMigrations } from '#server/store/migrations.ts';
import { DATABASE_FILE } from '#server/store/sqlite.ts';
import { emptyStore, postgresUrl } from '#testing/server/empty-store.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const steps = new URL('../../server/store/migrations/', import.meta.url);

const running: RunningServer[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sideline-migrations-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(server => server.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  const server = await startServer({ port: 0, log: null, ...options });
  running.push(server);
  return server;
}

describe('the steps', () => {
  it('all migrations are known, in the order of their files', () => {
    const files = readdirSync(steps).map(file => file.replace(/\.ts$/, ''));
    expect(migrationNames).toEqual(files.sort());
  });

  it('all migrations are done once a server has started', async () => {
    const server = await start(await emptyStore());
    expect(await missingMigrations(server.context.database.db)).toEqual([]);
  });
});

// Releases before PostgreSQL was there left SQLite files only.
if (postgresUrl() === undefined) {
  describe('a database of the first release', () => {
    it('a database of the first release still works: people stay signed in, cursors hold, records are there, new ones come', async () => {
      const dump = readFileSync(new URL('first-release.sql', fixtures), 'utf8');
      mkdirSync(dataDir, { recursive: true });
      const file = new DatabaseSync(join(dataDir, DATABASE_FILE));
      file.exec(dump);
      file.close();
      const said = (what: string) => new RegExp(`^-- ${what}: (\\S+)$`, 'm').exec(dump)?.[1] ?? '';

      const { url } = await start({ dataDir, now: () => Date.UTC(2026, 10, 20, 9, 1) });
      const call = (who: string, path: string, init: RequestInit = {}) =>
        fetch(url + path, {
          ...init,
          headers: { authorization: `Bearer ${said(`${who}'s token`)}`, 'content-type': 'application/json' },
        });
      const pull = async (who: string, query = '') => (await call(who, `/v1/pull${query}`)).json();

      const before = await pull('Coach');
      expect(before.records).toHaveLength(4);
      expect(before.records.filter((record: Envelope) => record.deletedAt !== undefined)).toHaveLength(1);
      const cursor = `?cursor=${said("Rep's cursor")}`;
      expect(await pull('Rep', cursor)).toMatchObject({ records: [], removed: [], more: false });

      const note = before.records.find((record: Envelope) => record.type === 'note' && !record.deletedAt);
      const next = { ...note, id: 'after-the-update', createdAt: note.createdAt + 1 };
      const pushed = await call('Coach', '/v1/push', {
        method: 'POST',
        body: JSON.stringify({ records: [next, note] }),
      });
      expect(await pushed.json()).toMatchObject({
        results: [{ status: 'accepted' }, { status: 'accepted', rev: 1 }],
      });
      expect((await pull('Rep', cursor)).records).toEqual([next]);
    });
  });
}

if (postgresUrl() !== undefined) {
  describe('several instances', () => {
    it('several instances may start at once on an empty database', async () => {
      const store = await emptyStore();
      const servers = await Promise.all([start(store), start(store), start(store)]);
      for (const { context } of servers) expect(await missingMigrations(context.database.db)).toEqual([]);
    });
  });
}

describe('the keys', () => {
  /** What is there before any workspace is known. */
  const WITHOUT = ['device_requests', 'known_browsers', 'sideline_migrations', 'sideline_migrations_lock'];

  it('all keys begin with the workspace, so that the tables can be spread by it', async () => {
    const { database } = (await start(await emptyStore())).context;
    const keys =
      kindOf(database.db) === 'postgres'
        ? sql<{ table: string; column: string }>`
            select c.relname as "table", a.attname as "column" from pg_index i
            join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indisunique and n.nspname = 'public'`
        : sql<{ table: string; column: string }>`
            select m.name as "table", (select name from pragma_index_info(l.name) where seqno = 0) as "column"
            from sqlite_master m join pragma_index_list(m.name) l on l."unique" = 1
            where m.type = 'table'`;
    const { rows } = await keys.execute(database.db);
    const ours = rows.filter(row => !AUTH_TABLES.includes(row.table) && !WITHOUT.includes(row.table));
    expect(new Set(ours.map(row => row.table)).size).toBeGreaterThan(6);
    for (const { table, column } of ours) {
      expect([table, column]).toEqual([table, table === 'workspaces' ? 'id' : 'workspace_id']);
    }
  });
});

/** The auth library's own. */
const AUTH_TABLES = [
  'user',
  'session',
  'account',
  'verification',
  'organization',
  'member',
  'invitation',
  'deviceCode',
  'passkey',
];
