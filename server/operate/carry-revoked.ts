/**
 * A backup knows nothing of the devices that were signed out after it. Where the database that it takes the place of is
 * still there, they stay signed out.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { revokeTokens } from '#server/store/devices.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';

export interface RevokedToken {
  workspace_id: string;
  token_hash: string;
}

/** The tokens of signed-out devices in an SQLite file; none where it is of a version that did not keep them. */
export function readRevoked(file: string): RevokedToken[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const table = database.prepare("select 1 from sqlite_master where name = 'revoked_tokens'").get();
    if (table === undefined) return [];
    const rows = database.prepare('select workspace_id, token_hash from revoked_tokens').all();
    return rows.map(row => ({ workspace_id: String(row.workspace_id), token_hash: String(row.token_hash) }));
  } finally {
    database.close();
  }
}

/** Signs their devices out of a restored database, with an entry each; returns how many were signed in again. */
export async function carryRevoked(
  db: Kysely<Tables>,
  revoked: readonly RevokedToken[],
  now: number,
): Promise<number> {
  const workspaces = await db.selectFrom('workspaces').select('id').execute();
  const hashes = Map.groupBy(revoked, each => each.workspace_id);
  let count = 0;
  for (const { id } of workspaces) {
    const known = (hashes.get(id) ?? []).map(each => each.token_hash);
    if (known.length === 0) continue;
    count += (await changeWorkspace(db, id, now, tx => revokeTokens(tx, known))).result;
  }
  return count;
}
