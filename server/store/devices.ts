/** Devices: one extension that a member signed in, with its own sync token. */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { HOUR } from '#lib/time.ts';
import { anyOf, insertRows } from './insert-rows.ts';
import type { Device, Tables } from './schema.ts';
import { createToken, hashToken, readToken } from './tokens.ts';
import { changeWorkspace, type WorkspaceTx } from './workspace-tx.ts';

/** Whoever calls a sync route. */
export interface Caller {
  workspaceId: string;
  memberId: string;
  deviceId: string;
}

/** How old `seen_at` may get before it is written again, in ms. Most pulls then need not write at all. */
const SEEN_STEP = HOUR;

/** Creates a device and returns its token, which is stored nowhere else. */
export async function createDevice(
  db: Kysely<Tables>,
  input: { workspaceId: string; memberId: string; name: string; now: number },
): Promise<{ deviceId: string; token: string }> {
  const token = createToken('sld', input.workspaceId);
  const deviceId = uuidv7();
  const { workspaceId, memberId, now } = input;
  await changeWorkspace(db, workspaceId, now, async tx => {
    await tx.trx
      .insertInto('devices')
      .values({
        workspace_id: workspaceId,
        id: deviceId,
        member_id: memberId,
        name: input.name,
        token_hash: hashToken(token),
        created_at: now,
        seen_at: now,
      })
      .execute();
    tx.log({ kind: 'sign-in', actorId: memberId, subjectId: memberId, type: 'device', targetId: deviceId });
  });
  return { deviceId, token };
}

/** The device with this token, by one lookup in one index; undefined when it is unknown or was signed out. */
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

/** Gives one row when this device is signed in, and none when it is not (any more). */
export function deviceRow(
  db: Kysely<Tables>,
  { workspaceId, deviceId }: Pick<Caller, 'workspaceId' | 'deviceId'>,
): CompiledQuery<{ id: string }> {
  return db
    .selectFrom('devices')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', deviceId)
    .compile();
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

/** Signs a member's device out, and deletes its token. False when there is no such device. */
export async function deleteDevice(
  db: Kysely<Tables>,
  device: { workspaceId: string; memberId: string; deviceId: string },
  now: number,
): Promise<boolean> {
  const { workspaceId, memberId, deviceId } = device;
  const { result } = await changeWorkspace(db, workspaceId, now, async tx => {
    const gone = await tx.trx
      .deleteFrom('devices')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', deviceId)
      .where('member_id', '=', memberId)
      .returning('token_hash')
      .execute();
    if (gone.length === 0) return false;
    await rememberRevoked(tx, gone);
    tx.log({ kind: 'sign-out', actorId: memberId, subjectId: memberId, type: 'device', targetId: deviceId });
    return true;
  });
  return result;
}

/** Signs a member out of all their devices, and returns the ids of these. */
export async function deleteDevicesOf(tx: WorkspaceTx, memberId: string): Promise<string[]> {
  const gone = await tx.trx
    .deleteFrom('devices')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .returning(['id', 'token_hash'])
    .execute();
  await rememberRevoked(tx, gone);
  return gone.map(device => device.id);
}

/** Signs out the devices with these tokens, by their hashes; returns how many there were. */
export async function revokeTokens(tx: WorkspaceTx, hashes: readonly string[]): Promise<number> {
  const gone = await tx.trx
    .deleteFrom('devices')
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`token_hash ${anyOf(tx.trx, hashes)}`)
    .returning(['id', 'member_id'])
    .execute();
  await rememberRevoked(
    tx,
    hashes.map(token_hash => ({ token_hash })),
  );
  for (const { id, member_id } of gone) {
    tx.log({ kind: 'sign-out', subjectId: member_id, type: 'device', targetId: id });
  }
  return gone.length;
}

async function rememberRevoked(tx: WorkspaceTx, devices: readonly { token_hash: string }[]): Promise<void> {
  if (devices.length === 0) return;
  await insertRows(
    tx.trx,
    'revoked_tokens',
    ['workspace_id', 'token_hash', 'revoked_at'],
    devices.map(({ token_hash }) => ({ workspace_id: tx.workspaceId, token_hash, revoked_at: tx.now })),
    'on conflict do nothing',
  );
}

/** Was this device signed out? A token that is merely unknown may belong to a device newer than a restored backup. */
export async function wasRevoked(db: Kysely<Tables>, token: string): Promise<boolean> {
  const read = readToken('sld', token);
  if (!read) return false;
  const row = await db
    .selectFrom('revoked_tokens')
    .select('token_hash')
    .where('workspace_id', '=', read.workspaceId)
    .where('token_hash', '=', read.hash)
    .executeTakeFirst();
  return row !== undefined;
}
