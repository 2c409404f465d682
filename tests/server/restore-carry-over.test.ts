/**
 * Restoring an old backup must neither sign a lost computer in again nor bring erased words back, where there is a way to
 * know of it.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteRecord } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { problemTypes } from '#lib/sync/protocol.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import { readConfig } from '#server/config.ts';
import { eraseRecords } from '#server/exchange/erasure/erase.ts';
import { carryOver } from '#server/operate/carry-over.ts';
import { commands } from '#server/operate/commands.ts';
import { startServer } from '#server/start.ts';
import { deleteDevice } from '#server/store/devices.ts';
import { DATABASE_FILE } from '#server/store/sqlite.ts';
import { hashToken } from '#server/store/tokens.ts';
import { emptyStore, postgresUrl } from '#testing/server/empty-store.ts';
import { createDatabase } from '#testing/server/postgres.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-carry-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = 'a secret for tests of restores, of any length';
const me = (url: string, { token }: TestMember) =>
  fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });

describe('what came after the backup', () => {
  let team: TestTeam & { owner: TestMember };
  let lost: TestMember;
  let kept: TestMember;
  let backup: string;
  let said: string[];
  let env: Record<string, string>;
  /** Before the backup: erased later, taken back later, left alone. After it: erased at once. */
  let erased: Envelope;
  let takenBack: Envelope;
  let left: Envelope;
  let late: Envelope;

  const run = (name: string, args: string[]) =>
    commands[name]?.run({
      config: readConfig(env),
      args,
      say: line => said.push(line),
      now: Date.now(),
    });
  const start = () => {
    const { dataDir, databaseUrl, secret } = readConfig(env);
    return startServer({ port: 0, log: null, dataDir, databaseUrl, secret });
  };

  beforeEach(async () => {
    said = [];
    const cluster = postgresUrl();
    env =
      cluster === undefined
        ? { DATA_DIR: join(folder, 'data') }
        : { DATA_DIR: folder, SECRET, DATABASE_URL: await createDatabase(cluster) };
    const { dataDir, databaseUrl, secret } = readConfig(env);
    team = await startTeam({ dataDir, databaseUrl, secret });
    const { owner } = team;
    lost = await team.signIn(owner);
    kept = await team.signIn(owner);
    const note = (observation: string) => owner.note(owner, { body: { observation } });
    [erased, takenBack, left, late] = ['ERASED', 'TAKEN BACK', 'LEFT', 'LATE'].map(note) as [
      Envelope,
      Envelope,
      Envelope,
      Envelope,
    ];
    await owner.push(erased, takenBack, left);
    backup = join(folder, 'backup');
    await run('backup', [backup]);
    const { db } = team.server.context.database;
    const { workspaceId } = team;
    await owner.push(late, deleteRecord(takenBack, Date.now()));
    await eraseRecords(db, { workspaceId, by: owner.id, now: Date.now() }, [erased.id, late.id]);
    await deleteDevice(db, { workspaceId, memberId: lost.id, deviceId: lost.deviceId }, Date.now());
    await team.stop();
    if (cluster !== undefined) {
      env.FORMER_DATABASE_URL = env.DATABASE_URL ?? '';
      env.DATABASE_URL = await createDatabase(cluster);
    }
  });

  async function pushed(url: string, ...records: Envelope[]) {
    const answer = await fetch(`${url}/v1/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${kept.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ records }),
    });
    return ((await answer.json()) as { results: object[] }).results;
  }

  async function pulled(url: string): Promise<string> {
    const answer = await fetch(`${url}/v1/pull`, { headers: { authorization: `Bearer ${kept.token}` } });
    return answer.text();
  }

  it('after a restore, signed-out devices are told so, erased words stay gone, and the others come back', async () => {
    await run('restore', [backup]);
    expect(said.join('\n')).toContain('Devices that were signed out since, and stay so: 1.');
    expect(said.join('\n')).toContain('deleted or erased since, and stay so: 2.');
    const server = await start();
    try {
      const refused = await me(server.url, lost);
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ type: problemTypes.revoked });
      expect((await me(server.url, kept)).status).toBe(200);
      const words = await pulled(server.url);
      expect(words).toContain('LEFT');
      for (const gone of ['ERASED', 'TAKEN BACK', 'LATE']) expect(words).not.toContain(gone);
      // A device that was away all the time offers again what it has.
      expect(await pushed(server.url, late, erased)).toMatchObject([
        { status: 'refused', code: 'immutable' },
        { status: 'stale', record: { body: {}, deletedAt: expect.any(Number) } },
      ]);
      expect(await pushed(server.url, deleteRecord(late, Date.now()))).toMatchObject([
        { status: 'accepted' },
      ]);
      const { db } = server.context.database;
      expect(await verifyAudit(db, team.workspaceId)).toMatchObject({ ok: true });
    } finally {
      await server.stop();
    }
  });

  it('--bring-back restores what was deleted since, but no signed-out devices', async () => {
    await run('restore', [backup, '--bring-back']);
    expect(said.join('\n')).not.toContain('erased since');
    const server = await start();
    try {
      const words = await pulled(server.url);
      for (const back of ['ERASED', 'TAKEN BACK', 'LEFT']) expect(words).toContain(back);
      expect((await me(server.url, lost)).status).toBe(401);
    } finally {
      await server.stop();
    }
  });

  it('if the previous database cannot be read, the restore says so and restores the rest', async () => {
    if (postgresUrl() === undefined)
      writeFileSync(join(folder, 'data', DATABASE_FILE), 'A disk went bad. '.repeat(500));
    else env.FORMER_DATABASE_URL = (env.FORMER_DATABASE_URL ?? '').replace('/t_', '/no_');
    await run('restore', [backup]);
    expect(said.join('\n')).toContain('cannot be read');
    expect(said.join('\n')).toContain('sign out and erase again');
    if (postgresUrl() === undefined) {
      expect(readdirSync(join(folder, 'data')).filter(name => name.includes('.before-'))).toHaveLength(1);
    }
    const server = await start();
    try {
      expect(await pulled(server.url)).toContain('ERASED');
      expect((await me(server.url, lost)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});

it('what belongs to another workspace, or was carried over before, changes nothing', async () => {
  const team = await startTeam(await emptyStore());
  try {
    const { db } = team.server.context.database;
    const device = await team.signIn(team.owner);
    const note = team.owner.note(team.owner);
    await team.owner.push(note);
    const one = { revoked: [hashToken(device.token)], gone: [note.id, 'never-seen'] };
    const nothing = { devices: 0, records: 0 };
    expect(await carryOver(db, [{ workspaceId: 'elsewhere', ...one }], 5)).toEqual(nothing);
    expect((await me(team.url, device)).status).toBe(200);
    const { workspaceId } = team;
    expect(await carryOver(db, [{ workspaceId, ...one }], 5)).toEqual({ devices: 1, records: 1 });
    expect(await carryOver(db, [{ workspaceId, ...one }], 6)).toEqual(nothing);
    expect((await me(team.url, device)).status).toBe(401);
    expect((await me(team.url, team.owner)).status).toBe(200);
    expect((await team.owner.pull()).removed).toContain('never-seen');
  } finally {
    await team.stop();
  }
});
