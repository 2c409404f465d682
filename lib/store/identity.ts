/** Who I am here, and with whom. The sync token is not here: it belongs to the background alone. */
import { SOLO_MEMBER, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { Writer } from '#lib/records/permissions.ts';
import type { Member } from '#lib/sync/protocol.ts';
import type { SidelineDb } from './db.ts';
import { readMeta, writeMeta } from './meta.ts';

export interface Identity {
  workspaceId: string;
  workspaceName: string;
  memberId: string;
  name: string;
  /** The server's address; absent for one person without a server. */
  server?: string;
  members: Member[];
  /** Who left the workspace, for their names on what they wrote. */
  former?: { id: string; name: string }[];
}

declare module './meta.ts' {
  interface MetaValues {
    identity: Identity;
  }
}

/** One person with no server: author, coach and coachee in one. Names are left to whoever shows them. */
export const SOLO_IDENTITY: Identity = {
  workspaceId: SOLO_WORKSPACE,
  workspaceName: '',
  memberId: SOLO_MEMBER,
  name: '',
  members: [{ id: SOLO_MEMBER, name: '', roles: ['owner', 'coach', 'coachee'], coachIds: [SOLO_MEMBER] }],
};

/** This member as the rules on who may write see them (lib/records/permissions.ts), by what the device knows. */
export function writerOf({ memberId, members }: Pick<Identity, 'memberId' | 'members'>): Writer {
  const mine = members.filter(({ coachIds }) => coachIds.includes(memberId)).map(({ id }) => id);
  const roles = members.find(({ id }) => id === memberId)?.roles ?? [];
  return { memberId, roles, coachees: new Set(mine) };
}

/** Who is signed in, or the solo identity when nobody is. */
export async function loadIdentity(db: SidelineDb): Promise<Identity> {
  return (await readMeta(db, 'identity')) ?? SOLO_IDENTITY;
}

/** Remembers who is signed in. Throws StorageFullError. */
export async function saveIdentity(db: SidelineDb, identity: Identity): Promise<void> {
  await writeMeta(db, 'identity', identity);
}
