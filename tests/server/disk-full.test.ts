/**
 * A file system that is really full, under SQLite's file or under a tablespace of PostgreSQL: a small one in memory, which
 * only root may mount. operate.test.ts plays the same, without, by what the databases say then.
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Envelope } from '#lib/records/envelope.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import { backup } from '#server/operate/backup.ts';
import type { StartOptions } from '#server/start.ts';
import { postgresUrl } from '#testing/server/empty-store.ts';
import { runSql } from '#testing/server/postgres.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

const MOUNTED = mayMount();
if (!MOUNTED) console.warn('Not run: no right to mount a file system here, so no disk that is really full.');
const TABLESPACE = 'sideline_small';

let disk: string;
let team: TestTeam & { owner: TestMember };
beforeEach(async ({ skip }) => {
  if (!MOUNTED) skip('No right to mount a file system here.');
  disk = mkdtempSync(join(tmpdir(), 'sideline-disk-'));
  mount(disk);
  team = await startTeam(await storeOn(disk));
});
afterEach(async () => {
  if (!MOUNTED) return;
  await team.stop();
  const cluster = postgresUrl();
  if (cluster !== undefined) {
    await runSql(cluster, `drop database ${TABLESPACE}`);
    await runSql(cluster, `drop tablespace ${TABLESPACE}`);
  }
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

it('a full disk loses nothing: 503 while it is full, everything accepted can be read, and work goes on once there is room', async () => {
  const { owner } = team;
  const { db } = team.server.context.database;
  const kept = Array.from({ length: 5 }, () => large(owner));
  expect(await owner.push(...kept)).toHaveLength(5);
  const before = await verifyAudit(db, team.workspaceId);
  const filler = fill(disk);
  const more = Array.from({ length: 15 }, () => large(owner));
  for (let i = 0; i < 3; i++) {
    const answer = await pushTo(team, owner, more);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect((await owner.pull()).records).toEqual(kept);
  }
  expect(await verifyAudit(db, team.workspaceId)).toEqual(before);
  unlinkSync(filler);
  expect((await pushTo(team, owner, more)).status).toBe(200);
  expect((await owner.pull()).records).toHaveLength(20);
  expect(await verifyAudit(db, team.workspaceId)).toMatchObject({ ok: true });
});

it('a backup onto a full disk leaves no half file behind, and says why', async () => {
  const { owner } = team;
  for (let i = 0; i < 5; i++) await owner.push(large(owner));
  const filler = fill(disk);
  const { db } = team.server.context.database;
  const file = join(disk, 'backup');
  await expect(backup(db, file, undefined, Date.now())).rejects.toThrow(
    /backup cannot be written: .*no space left/i,
  );
  expect(readdirSync(disk).filter(name => name.includes('backup'))).toEqual([]);
  unlinkSync(filler);
  expect(await backup(db, file, undefined, Date.now())).toBeGreaterThan(5);
});

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-mount-'));
  try {
    mount(folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m,mode=0777', 'tmpfs', folder], { stdio: 'ignore' });
}

async function storeOn(folder: string): Promise<StartOptions> {
  const cluster = postgresUrl();
  if (cluster === undefined) return { dataDir: join(folder, 'data') };
  const space = join(folder, 'space');
  mkdirSync(space, { mode: 0o700 });
  const { rows } = await runSql(cluster, 'show data_directory');
  const { uid, gid } = statSync(rows[0].data_directory);
  await chown(space, uid, gid);
  await runSql(cluster, `create tablespace ${TABLESPACE} location '${space}'`);
  await runSql(cluster, `create database ${TABLESPACE} tablespace ${TABLESPACE}`);
  const address = new URL(cluster);
  address.pathname = `/${TABLESPACE}`;
  return { dataDir: ':memory:', databaseUrl: address.href, databasePool: 4 };
}

/** Text that no database can make much shorter. */
function large(owner: TestMember): Envelope {
  const letters = Array.from({ length: 40_000 }, () => String.fromCharCode(33 + Math.random() * 90));
  return owner.note(owner, { body: { extra: letters.join('') } });
}

/** Takes all the room there is; returns the file that has it. */
function fill(folder: string): string {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(64 * 1024);
  try {
    for (let size = bytes.length; size >= 1; ) {
      try {
        writeSync(file, bytes, 0, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
  return path;
}

function pushTo({ url }: TestTeam, { token }: TestMember, records: Envelope[]): Promise<Response> {
  return fetch(`${url}/v1/push`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records }),
  });
}
