/** Running it: backup and restore, probes and metrics, a full disk, a database that is away, a clock that is set back. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import { type RunningServer, type StartOptions, startServer } from '#server/start.ts';
import { kindOf } from '#server/store/database.ts';
import type { Tables } from '#server/store/schema.ts';
import { DATABASE_FILE } from '#server/store/sqlite.ts';
import { emptyStore, postgresUrl } from '#testing/server/empty-store.ts';
import { startPostgres } from '#testing/server/postgres.ts';
import { SERVER_MAIN } from '#testing/server/server-process.ts';
import { startTeam, type TestMember } from '#testing/server/team.ts';

const SECRET = 'one secret for whoever asks the same data';
const KEY = 'a key for backups that nobody can guess';
const run = promisify(execFile);

let folder: string;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sideline-operate-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
});

/** A place for data that a command in another process can open too. */
async function lastingStore(name = 'data'): Promise<StartOptions & { secret: string }> {
  if (postgresUrl() === undefined) return { dataDir: join(folder, name), secret: SECRET };
  return { ...(await emptyStore()), secret: SECRET };
}

/** Runs `npm run server -- …` on a store and resolves to what it said. */
async function command(
  store: StartOptions,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { stdout } = await run(process.execPath, [SERVER_MAIN, ...args], {
    env: {
      PATH: process.env.PATH,
      SECRET,
      ...(store.databaseUrl === undefined
        ? { DATA_DIR: store.dataDir }
        : { DATABASE_URL: store.databaseUrl }),
      ...env,
    },
  });
  return stdout;
}

async function startOn(store: StartOptions): Promise<RunningServer> {
  const server = await startServer({ ...store, port: 0, log: null });
  stops.push(() => server.stop());
  return server;
}

const as = (member: TestMember, server: { url: string }, path: string, records?: unknown[]) =>
  fetch(server.url + path, {
    headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
    ...(records ? { method: 'POST', body: JSON.stringify({ records }) } : {}),
  });

// Commands are processes of their own: on a busy machine each takes its seconds to start.
describe('a backup', { timeout: 120_000 }, () => {
  it('a backup is made while people write and restored later: devices notice, and offer again what it lacks', async () => {
    const store = await lastingStore();
    const team = await startTeam(store);
    const coach = await team.join('Carla Coach', ['coach']);
    const rep = await team.join('Ravi Rep', ['coachee']);
    await team.assign(coach, rep);
    const early = coach.note(rep);
    await coach.push(early);
    const before = await rep.pull();

    const file = join(folder, 'backup');
    let writing = true;
    const written: Envelope[] = [];
    const writer = (async () => {
      while (writing) {
        const note = rep.note(rep);
        await rep.push(note);
        written.push(note);
      }
    })();
    const said = await command(store, ['backup', file]);
    writing = false;
    await writer;
    expect(said).toMatch(/rows are in .*not encrypted/s);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const late = coach.note(rep);
    const changed = reviseRecord(early, { ...early.body, impact: 'After the backup.' }, Date.now());
    await coach.push(late, changed);
    const after = await coach.pull();
    await team.stop();

    const fresh = await lastingStore('fresh');
    expect(await command(fresh, ['restore', file])).toContain('rows are back');
    const server = await startOn(fresh);
    // Whoever stands on a commit from before the backup goes on, whoever stands on a later one is told.
    expect((await as(rep, server, `/v1/pull?cursor=${before.cursor}`)).status).toBe(200);
    const lost = await as(coach, server, `/v1/pull?cursor=${after.cursor}`);
    expect(lost.status).toBe(409);
    const again = await as(coach, server, '/v1/push', [late, changed]);
    expect(await again.json()).toMatchObject({ results: [{ status: 'accepted' }, { status: 'accepted' }] });
    const page = await (await as(coach, server, '/v1/pull')).json();
    expect(page.records).toEqual(expect.arrayContaining([late, changed]));
    // The log goes on, and says that there was a restore.
    const { db } = server.context.database;
    expect(await verifyAudit(db, team.workspaceId)).toMatchObject({ ok: true });
    const entries = await db.selectFrom('audit').select('kind').execute();
    expect(entries.map(entry => entry.kind)).toContain('restore');
  });

  it('an encrypted backup opens only with its key, and reveals nothing without', async () => {
    const store = await lastingStore();
    const team = await startTeam(store);
    stops.push(() => team.stop());
    await team.owner.push(team.owner.note(team.owner, { body: { observation: 'CANARY '.repeat(50) } }));
    const file = join(folder, 'backup');
    await command(store, ['backup', file], { BACKUP_KEY: KEY });
    const bytes = await readFile(file);
    expect(bytes.includes('CANARY')).toBe(false);
    expect(bytes.includes(team.owner.id)).toBe(false);

    const fresh = await lastingStore('fresh');
    await expect(command(fresh, ['restore', file])).rejects.toThrow('is encrypted: set BACKUP_KEY');
    const wrong = command(fresh, ['restore', file], { BACKUP_KEY: `${KEY}!` });
    await expect(wrong).rejects.toThrow('BACKUP_KEY is not the one');
    const cut = join(folder, 'cut');
    await writeFile(cut, bytes.subarray(0, bytes.length - 40));
    await expect(command(fresh, ['restore', cut], { BACKUP_KEY: KEY })).rejects.toThrow('damaged');
    expect(await command(fresh, ['restore', file], { BACKUP_KEY: KEY })).toContain('rows are back');
    const server = await startOn(fresh);
    expect((await (await as(team.owner, server, '/v1/pull')).json()).records).toHaveLength(1);
  });

  it('a backup never overwrites another file, and a restore never a database with content', async () => {
    const store = await lastingStore();
    const team = await startTeam(store);
    stops.push(() => team.stop());
    const file = join(folder, 'backup');
    await command(store, ['backup', file]);
    await expect(command(store, ['backup', file])).rejects.toThrow('is there already');
    const refused = command(store, ['restore', file]);
    await expect(refused).rejects.toThrow(
      store.databaseUrl === undefined ? 'Another server has' : 'There is something in this database',
    );
    await expect(command(store, ['restore', join(folder, 'none')])).rejects.toThrow();
    expect((await as(team.owner, team, '/v1/me')).status).toBe(200);
  });

  it('a failed restore leaves the existing database as it was', async () => {
    if (postgresUrl() !== undefined) return;
    const store = await lastingStore();
    const team = await startTeam(store);
    await team.owner.push(team.owner.note(team.owner));
    await team.stop();
    const file = join(folder, 'not-a-backup');
    await writeFile(file, 'hello');
    await expect(command(store, ['restore', file])).rejects.toThrow('is not a backup');
    const server = await startOn(store);
    expect((await (await as(team.owner, server, '/v1/pull')).json()).records).toHaveLength(1);
  });
});

describe('the commands', { timeout: 120_000 }, () => {
  it('verify-audit checks the audit log, and exits with 1 if it is not whole', async () => {
    const store = await lastingStore();
    const team = await startTeam(store);
    stops.push(() => team.stop());
    await team.owner.push(team.owner.note(team.owner));
    expect(await command(store, ['verify-audit'])).toMatch(/3 entries, whole\. Last: \S{43}/);
    const { db } = team.server.context.database;
    for (const name of kindOf(db) === 'postgres' ? ['audit_stays on audit'] : ['audit_stays_update']) {
      await sql.raw(`drop trigger ${name}`).execute(db);
    }
    await sql`update audit set kind = 'create' where n = 2`.execute(db);
    await expect(command(store, ['verify-audit'])).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Entry 2 is not as it was written'),
    });
  });

  it('help lists the commands; a wrong command or a missing argument is an error', async () => {
    expect(await command({ dataDir: folder }, ['help'])).toContain('backup FILE');
    await expect(command({ dataDir: folder }, ['bakcup'])).rejects.toMatchObject({ code: 1 });
    await expect(command({ dataDir: folder }, ['backup'])).rejects.toThrow('Say one file');
  });
});

describe('probes', () => {
  it('the probes say that the server is up, that it is ready, and that it is about to stop', async () => {
    const team = await startTeam({ drainSeconds: 1 });
    const ask = async (path: string) => (await fetch(team.url + path)).status;
    expect([await ask('/healthz'), await ask('/readyz')]).toEqual([200, 200]);
    const stopped = team.stop();
    expect([await ask('/healthz'), await ask('/readyz')]).toEqual([200, 503]);
    // It goes on serving meanwhile.
    expect(await team.owner.push(team.owner.note(team.owner))).toMatchObject([{ status: 'accepted' }]);
    await stopped;
  });

  it('the server is not ready while a migration is missing', async () => {
    const team = await startTeam();
    stops.push(() => team.stop());
    await sql`delete from sideline_migrations where name = '0002-audit'`.execute(
      team.server.context.database.db,
    );
    expect((await fetch(`${team.url}/readyz`)).status).toBe(503);
  });
});

describe('metrics', () => {
  it('the metrics count what happens, and name nobody', async () => {
    const team = await startTeam();
    stops.push(() => team.stop());
    const { owner } = team;
    await owner.push(owner.note(owner), { id: 'nothing' });
    await owner.pull();
    const text = await (await fetch(`${team.url}/metrics`)).text();
    expect(text).toContain('sideline_pushed_records_total{status="accepted"} 1');
    expect(text).toContain('sideline_pushed_records_total{status="refused"} 1');
    expect(text).toContain('sideline_pulled_records_total 1');
    expect(text).toContain('sideline_live_lines 0');
    expect(text).toMatch(/sideline_request_seconds_count\{method="POST",route="\/v1\/push",status="200"\} 1/);
    expect(text).not.toContain(team.workspaceId);
    expect(text).not.toContain(owner.id);
  });

  it('the metrics are for whoever has the token, and behind a proxy without a token for nobody', async () => {
    const token = 'a-token-for-the-metrics';
    const withToken = await startTeam({ metricsToken: token });
    stops.push(() => withToken.stop());
    const ask = (headers: Record<string, string> = {}) => fetch(`${withToken.url}/metrics`, { headers });
    expect((await ask()).status).toBe(404);
    expect((await ask({ authorization: 'Bearer wrong' })).status).toBe(404);
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200);
    const behind = await startTeam({ behindProxy: true });
    stops.push(() => behind.stop());
    expect((await fetch(`${behind.url}/metrics`)).status).toBe(404);
  });
});

describe('a clock that is set back an hour', () => {
  it('a clock that is set back does not harm the order, the cursors or the log', async () => {
    let time = Date.UTC(2026, 10, 22, 12);
    const team = await startTeam({ now: () => time });
    stops.push(() => team.stop());
    const { owner } = team;
    const first = owner.note(owner);
    await owner.push(first);
    const { cursor } = await owner.pull();
    time -= 60 * 60_000;
    const second = owner.note(owner);
    const [result] = await owner.push(second);
    expect(result).toMatchObject({ status: 'accepted', seq: 2 });
    expect(await owner.pull(cursor)).toMatchObject({ records: [second], removed: [], more: false });
    expect((await owner.pull()).records).toEqual([first, second]);
    const found = await verifyAudit(team.server.context.database.db, team.workspaceId);
    expect(found).toMatchObject({ ok: true });
  });
});

describe('a disk that is full', () => {
  /** Leaves no room for more than a few records. */
  async function fill(db: Kysely<Tables>): Promise<void> {
    if (kindOf(db) === 'sqlite') {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(db);
      return;
    }
    // As PostgreSQL says it when its disk is full, in the middle of a statement.
    await sql`
      create function full_disk() returns trigger language plpgsql as $$ begin
        if (select count(*) from records) > 5 then
          raise exception 'could not extend file: No space left on device' using errcode = '53100';
        end if;
        return new;
      end $$`.execute(db);
    await sql`create trigger full_disk after insert on feed execute function full_disk()`.execute(db);
    await sql`create trigger full_disk after insert on records for each row execute function full_disk()`.execute(
      db,
    );
  }

  async function makeRoom(db: Kysely<Tables>): Promise<void> {
    if (kindOf(db) === 'sqlite') await sql`pragma max_page_count = 1000000`.execute(db);
    else await sql`drop function full_disk cascade`.execute(db);
  }

  it('with a full disk the server answers 503, keeps what was accepted, and goes on once there is room', async () => {
    const team = await startTeam(await lastingStore());
    stops.push(() => team.stop());
    const { owner } = team;
    const { db } = team.server.context.database;
    const kept = owner.note(owner);
    await owner.push(kept);
    const before = await verifyAudit(db, team.workspaceId);
    await fill(db);
    const many = Array.from({ length: 15 }, () => owner.note(owner, { body: { extra: 'x'.repeat(50_000) } }));
    const full = await as(owner, team, '/v1/push', many);
    expect(full.status).toBe(503);
    expect(full.headers.get('retry-after')).toBe('60');
    expect((await owner.pull()).records).toEqual([kept]);
    expect(await verifyAudit(db, team.workspaceId)).toEqual(before);
    await makeRoom(db);
    expect((await as(owner, team, '/v1/push', many)).status).toBe(200);
    expect((await owner.pull()).records).toHaveLength(16);
  });
});

describe('a database that is away for a while', () => {
  it('while another program locks the file the server answers 503 to writes, still reads, and writes again afterwards', async () => {
    if (postgresUrl() !== undefined) return;
    const store = await lastingStore();
    const team = await startTeam(store);
    stops.push(() => team.stop());
    const { owner } = team;
    const first = owner.note(owner);
    await owner.push(first);
    // Nobody waits here for it to let go.
    await sql`pragma busy_timeout = 0`.execute(team.server.context.database.db);
    const other = new DatabaseSync(join(store.dataDir ?? '', DATABASE_FILE));
    stops.push(async () => other.close());
    other.exec('begin immediate');
    const note = owner.note(owner);
    const answer = await as(owner, team, '/v1/push', [note]);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await owner.pull()).records).toEqual([first]);
    other.exec('rollback');
    expect(await owner.push(note)).toMatchObject([{ status: 'accepted' }]);
    expect((await owner.pull()).records).toEqual([first, note]);
  });

  it('without its database the server answers 503 with a time to wait, is not ready, and recovers by itself', async () => {
    if (postgresUrl() === undefined) return;
    const cluster = await startPostgres();
    stops.push(() => cluster.stop());
    const team = await startTeam({ databaseUrl: await cluster.createDatabase() });
    stops.push(() => team.stop());
    const { owner } = team;
    const first = owner.note(owner);
    await owner.push(first);
    for (const end of [cluster.halt, cluster.kill]) {
      await end();
      const note = owner.note(owner);
      for (let i = 0; i < 8; i += 1) {
        const answer = await as(owner, team, '/v1/push', [note]);
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('5');
      }
      expect((await fetch(`${team.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${team.url}/healthz`)).status).toBe(200);
      await cluster.start();
      await expect
        .poll(async () => (await fetch(`${team.url}/readyz`)).status, { timeout: 10_000 })
        .toBe(200);
      expect(await owner.push(note)).toMatchObject([{ status: 'accepted' }]);
    }
    expect((await owner.pull()).records).toHaveLength(3);
  });
});

describe('a server that stops', () => {
  it('a server that stops lets the request under way finish', async () => {
    const team = await startTeam();
    const { owner } = team;
    const asked = request(`${team.url}/v1/push`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${owner.token}`,
        'content-type': 'application/json',
        expect: '100-continue',
      },
    });
    asked.flushHeaders();
    // The server has begun with it, and waits for its body.
    await once(asked, 'continue');
    const stopped = team.stop();
    asked.end(JSON.stringify({ records: [owner.note(owner)] }));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    answer.resume();
    await stopped;
  });
});
