/**
 * A backup does not know what happened after it. If the database that it replaces can still be read, devices that were
 * signed out since then stay signed out, and what was deleted or erased since then stays gone.
 */
import type { Kysely } from 'kysely';
import { eraseRecords } from '#server/exchange/erasure/erase.ts';
import { writeTombstones } from '#server/exchange/erasure/purge.ts';
import { revokeTokens } from '#server/store/devices.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';

/** What we carry over from one workspace of the previous database. */
export interface PreviousState {
  workspaceId: string;
  /** Hashes of the tokens of signed-out devices. */
  revoked: string[];
  /** Ids of records of which only a tombstone or nothing was left. */
  gone: string[];
}

/** Reads a database of this version or an older one. Empty when it is not one of ours. */
export async function readPreviousDb(db: Kysely<Tables>): Promise<PreviousState[]> {
  const tables = new Set((await db.introspection.getTables()).map(({ name }) => name));
  if (!tables.has('workspaces')) return [];
  const previous: PreviousState[] = [];
  for (const { id } of await db.selectFrom('workspaces').select('id').orderBy('id').execute()) {
    const gone = await db
      .selectFrom('records')
      .select('id')
      .where('workspace_id', '=', id)
      .where('deleted', '=', 1)
      .execute();
    const revoked = tables.has('revoked_tokens')
      ? await db.selectFrom('revoked_tokens').select('token_hash').where('workspace_id', '=', id).execute()
      : [];
    previous.push({
      workspaceId: id,
      revoked: revoked.map(row => row.token_hash),
      gone: gone.map(row => row.id),
    });
  }
  return previous;
}

/** Applies it to a restored database, with log entries. Returns how many devices and records that were. */
export async function carryOver(
  db: Kysely<Tables>,
  previous: readonly PreviousState[],
  now: number,
): Promise<{ devices: number; records: number }> {
  const there = new Set((await db.selectFrom('workspaces').select('id').execute()).map(({ id }) => id));
  const carried = { devices: 0, records: 0 };
  for (const { workspaceId, revoked, gone } of previous) {
    if (!there.has(workspaceId)) continue;
    if (revoked.length > 0) {
      carried.devices += (
        await changeWorkspace(db, workspaceId, now, tx => revokeTokens(tx, revoked))
      ).result;
    }
    carried.records += (await eraseRecords(db, { workspaceId, now }, gone)).count;
    // Otherwise a device that was away would bring back what the backup does not have at all.
    await writeTombstones(db, workspaceId, gone, now);
  }
  return carried;
}
