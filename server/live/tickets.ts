/** Tickets: a secret for one WebSocket, because a browser cannot send a token in a header when it opens one. */
import type { Kysely } from 'kysely';
import type { Caller } from '#server/store/devices.ts';
import type { Tables } from '#server/store/schema.ts';
import { createToken, hashToken, readToken } from '#server/store/tokens.ts';

/** How long a ticket is valid, in ms. */
export const TICKET_MS = 30_000;

export async function createTicket(db: Kysely<Tables>, caller: Caller, now: number): Promise<string> {
  const ticket = createToken('slt', caller.workspaceId);
  await db
    .deleteFrom('tickets')
    .where('workspace_id', '=', caller.workspaceId)
    .where('expires_at', '<=', now)
    .execute();
  await db
    .insertInto('tickets')
    .values({
      workspace_id: caller.workspaceId,
      hash: hashToken(ticket),
      device_id: caller.deviceId,
      member_id: caller.memberId,
      expires_at: now + TICKET_MS,
    })
    .execute();
  return ticket;
}

/**
 * Uses the ticket up and returns its device; undefined when it is unknown, used, expired, or the device was signed out.
 */
export async function redeemTicket(
  db: Kysely<Tables>,
  ticket: string,
  now: number,
): Promise<Caller | undefined> {
  const read = readToken('slt', ticket);
  if (!read) return undefined;
  const row = await db
    .deleteFrom('tickets')
    .where('workspace_id', '=', read.workspaceId)
    .where('hash', '=', read.hash)
    .returning(['device_id', 'member_id', 'expires_at'])
    .executeTakeFirst();
  if (!row || row.expires_at <= now) return undefined;
  const device = await db
    .selectFrom('devices')
    .select('id')
    .where('workspace_id', '=', read.workspaceId)
    .where('id', '=', row.device_id)
    .executeTakeFirst();
  if (!device) return undefined;
  return { workspaceId: read.workspaceId, memberId: row.member_id, deviceId: row.device_id };
}
