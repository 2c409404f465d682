/** Restoring an old backup must not sign a lost computer in again, where there is a way to know of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { problemTypes } from '#lib/sync/protocol.ts';
import { startServer } from '#server/app.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import { readConfig } from '#server/config.ts';
import { carryRevoked } from '#server/operate/carry-revoked.ts';
import { commands } from '#server/operate/commands.ts';
import { deleteDevice } from '#server/store/devices.ts';
import { hashToken } from '#server/store/tokens.ts';
import { emptyStore, postgresUrl } from './store.ts';
import { startTeam, type TestMember } from './team.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-revoked-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const me = (url: string, { token }: TestMember) =>
  fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });

if (postgresUrl() === undefined) {
  it('a device that was signed out after the backup stays signed out, and is told so; others come back', async () => {
    const dataDir = join(folder, 'data');
    const config = readConfig({ DATA_DIR: dataDir });
    const said: string[] = [];
    const run = (name: string, args: string[]) =>
      commands[name]?.run({ config, args, say: line => said.push(line), now: Date.now() });
    const team = await startTeam({ dataDir });
    const lost = await team.signIn(team.owner);
    const kept = await team.signIn(team.owner);
    const backup = join(folder, 'backup');
    await run('backup', [backup]);
    const { database } = team.server.context;
    await deleteDevice(
      database.db,
      { workspaceId: team.workspaceId, memberId: lost.id, deviceId: lost.deviceId },
      Date.now(),
    );
    await team.stop();

    await run('restore', [backup]);
    expect(said.join('\n')).toContain('Devices that were signed out since, and stay so: 1.');
    const server = await startServer({ port: 0, log: null, dataDir });
    try {
      const refused = await me(server.url, lost);
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ type: problemTypes.revoked });
      expect((await me(server.url, kept)).status).toBe(200);
      const found = await verifyAudit(server.context.database.db, team.workspaceId);
      expect(found).toMatchObject({ ok: true });
    } finally {
      await server.stop();
    }
  });
}

it('tokens of another workspace, or carried over twice, change nothing', async () => {
  const team = await startTeam(await emptyStore());
  try {
    const { db } = team.server.context.database;
    const device = await team.signIn(team.owner);
    const token_hash = hashToken(device.token);
    expect(await carryRevoked(db, [{ workspace_id: 'elsewhere', token_hash }], 5)).toBe(0);
    expect((await me(team.url, device)).status).toBe(200);
    expect(await carryRevoked(db, [{ workspace_id: team.workspaceId, token_hash }], 5)).toBe(1);
    expect(await carryRevoked(db, [{ workspace_id: team.workspaceId, token_hash }], 6)).toBe(0);
    expect((await me(team.url, device)).status).toBe(401);
    expect((await me(team.url, team.owner)).status).toBe(200);
  } finally {
    await team.stop();
  }
});
