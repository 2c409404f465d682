/** Devices: one extension that a member signed in, with its own sync token. */
import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Device, Tables } from './schema.ts';
import { createToken, hashToken, readToken } from './tokens.ts';

/** Who calls a sync route. */
export interface Caller {
  workspaceId: string;
  memberId: string;
  deviceId: string;
}

/** How old `seen_at` may be before it is written again, in ms: a pull should not have to write. */
const SEEN_STEP = 60 * 60_000;

/** Makes a device and returns its token, which is in no other place. */
export async function createDevice(
  db: Kysely<Tables>,
  input: { workspaceId: string; memberId: string; name: string; now: number },
): Promise<{ deviceId: string; token: string }> {
  const token = createToken('sld', input.workspaceId);
  const deviceId = uuidv7();
  await db
    .insertInto('devices')
    .values({
      workspace_id: input.workspaceId,
      id: deviceId,
      member_id: input.memberId,
      name: input.name,
      token_hash: hashToken(token),
      created_at: input.now,
      seen_at: input.now,
    })
    .execute();
  return { deviceId, token };
}

/** The device of a token by one look into one index; undefined when it is unknown or was signed out. */
export async function findCaller(
  db: Kysely<Tables>,
  token: string,
  now: number,
): Promise<Caller | undefined> {
  const read = readToken('sld', token);
  if (!read) return undefined;
  const row = await db
    .selectFrom('devices')
    .select(['id', 'member_id', 'seen_at'])
    .where('workspace_id', '=', read.workspaceId)
    .where('token_hash', '=', read.hash)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now - row.seen_at > SEEN_STEP) {
    await db
      .updateTable('devices')
      .set({ seen_at: now })
      .where('workspace_id', '=', read.workspaceId)
      .where('id', '=', row.id)
      .execute();
  }
  return { workspaceId: read.workspaceId, memberId: row.member_id, deviceId: row.id };
}

export function listDevices(db: Kysely<Tables>, workspaceId: string, memberId: string): Promise<Device[]> {
  return db
    .selectFrom('devices')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('created_at')
    .execute();
}

/** Signs a member's device out: its token is gone from here on. False when there is no such device. */
export async function deleteDevice(
  db: Kysely<Tables>,
  device: { workspaceId: string; memberId: string; deviceId: string },
): Promise<boolean> {
  const result = await db
    .deleteFrom('devices')
    .where('workspace_id', '=', device.workspaceId)
    .where('id', '=', device.deviceId)
    .where('member_id', '=', device.memberId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
