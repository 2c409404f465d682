/** What a restore and a second server do to the data; faults-kill.test.ts is about crashes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviseRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { PushResponse } from '#lib/sync/protocol.ts';
import { startServer } from '#server/start.ts';
import { DATABASE_FILE, DataDirInUse } from '#server/store/sqlite.ts';
import { SERVER_MAIN } from '#testing/server/server-process.ts';
import { startTeam, type TestMember } from '#testing/server/team.ts';

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sideline-server-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

function pushTo(url: string, member: TestMember, records: unknown[]): Promise<PushResponse> {
  return fetch(`${url}/v1/push`, {
    method: 'POST',
    headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records }),
  }).then(response => response.json() as Promise<PushResponse>);
}

async function pullFrom(url: string, member: TestMember): Promise<Envelope[]> {
  const records: Envelope[] = [];
  let cursor: string | undefined;
  for (let more = true; more; ) {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    const response = await fetch(`${url}/v1/pull${query}`, {
      headers: { authorization: `Bearer ${member.token}` },
    });
    const page = (await response.json()) as { records: Envelope[]; cursor: string; more: boolean };
    records.push(...page.records);
    ({ cursor, more } = page);
  }
  return records;
}

describe('a server that was restored from a backup', () => {
  const file = () => join(dataDir, DATABASE_FILE);
  const backup = () => join(dataDir, 'backup.db');

  async function restore() {
    await rm(`${file()}-wal`, { force: true });
    await rm(`${file()}-shm`, { force: true });
    await copyFile(backup(), file());
  }

  it('a restored server knows the cursors from before the backup, and none from after it', async () => {
    const first = await startTeam({ dataDir });
    const { owner } = first;
    const early = owner.note(owner);
    await owner.push(early);
    const before = (await owner.pull()).cursor;
    await first.stop();
    await copyFile(file(), backup());

    const second = await startServer({ dataDir, port: 0, log: null });
    const at = (path: string) =>
      fetch(`${second.url}${path}`, { headers: { authorization: `Bearer ${owner.token}` } });
    const late = owner.note(owner);
    const changed = reviseRecord(early, { ...early.body, impact: 'Changed after the backup.' }, Date.now());
    expect((await pushTo(second.url, owner, [late, changed])).results).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
    ]);
    const after = ((await (await at('/v1/pull')).json()) as { cursor: string }).cursor;
    await second.stop();
    await restore();

    const third = await startServer({ dataDir, port: 0, log: null });
    const ask = (cursor: string) =>
      fetch(`${third.url}/v1/pull?cursor=${cursor}`, { headers: { authorization: `Bearer ${owner.token}` } });
    try {
      const lost = await ask(after);
      expect(lost.status).toBe(409);
      expect(await lost.json()).toMatchObject({ type: 'urn:sideline:unknown-cursor' });
      expect((await ask(before)).status).toBe(200);
      // Others write on: the restored server reaches the same numbers again, with other tags.
      await pushTo(third.url, owner, [owner.note(owner), owner.note(owner), owner.note(owner)]);
      expect((await ask(after)).status).toBe(409);
      // The device offers its own records again.
      const { results } = await pushTo(third.url, owner, [late, changed]);
      expect(results.map(result => result.status)).toEqual(['accepted', 'accepted']);
      expect(await pullFrom(third.url, owner)).toEqual(expect.arrayContaining([late, changed]));
    } finally {
      await third.stop();
    }
  });
});

describe('the data folder', () => {
  it('the data folder belongs to one user and one server', async () => {
    const folder = join(dataDir, 'data');
    const server = await startServer({ dataDir: folder, port: 0, log: null });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    const secret = await readFile(join(folder, 'secret'), 'utf8');
    await expect(startServer({ dataDir: folder, port: 0, log: null })).rejects.toThrow(DataDirInUse);
    await server.stop();
    const again = await startServer({ dataDir: folder, port: 0, log: null });
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(secret);
    await again.stop();
  });

  it('the data folder stays unlocked when the server could not start', async () => {
    const blocker = await startServer({ dataDir: ':memory:', port: 0, log: null });
    const port = Number(new URL(blocker.url).port);
    await expect(startServer({ dataDir, port, log: null })).rejects.toThrow('EADDRINUSE');
    await blocker.stop();
    const server = await startServer({ dataDir, port: 0, log: null });
    await server.stop();
  });

  it('the server says in one line why it does not start', async () => {
    const child = spawn(process.execPath, [SERVER_MAIN], {
      env: { PATH: process.env.PATH, HOST: '0.0.0.0', DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.push(child);
    let text = '';
    for await (const chunk of child.stderr) text += chunk;
    expect(text).toContain('HOST: 0.0.0.0 can be reached from other machines');
    expect(text).not.toContain('.ts:');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(1);
  });
});
