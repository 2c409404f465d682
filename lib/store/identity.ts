/** Who is signed in, and with whom they work. The sync token is not here: only the background may have it. */
import { SOLO_MEMBER, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { isOwner, type Writer } from '#lib/records/permissions.ts';
import { settingsIn } from '#lib/records/settings-in.ts';
import type { Body, Settings } from '#lib/records/types.ts';
import type { Member } from '#lib/sync/protocol.ts';
import type { SidelineDb } from './db.ts';
import { readMeta, writeMeta } from './meta.ts';
import { recordsOfType } from './queries/records.ts';

export interface Identity {
  workspaceId: string;
  workspaceName: string;
  memberId: string;
  name: string;
  /** The server's address; absent when one person works without a server. */
  server?: string;
  members: Member[];
  /** People who left the workspace: we still show their names on what they wrote. */
  former?: { id: string; name: string }[];
  /** What the workspace's owner set for everybody; read with the identity, and stored only as a record. */
  settings?: Body<'settings'>;
}

declare module './meta.ts' {
  interface MetaValues {
    identity: Identity;
  }
}

/** One person without a server is author, coach and coachee in one. The UI supplies the names. */
export const SOLO_IDENTITY: Identity = {
  workspaceId: SOLO_WORKSPACE,
  workspaceName: '',
  memberId: SOLO_MEMBER,
  name: '',
  members: [{ id: SOLO_MEMBER, name: '', roles: ['owner', 'coach', 'coachee'], coachIds: [SOLO_MEMBER] }],
};

/** This member as lib/records/permissions.ts needs them, from what the device knows. */
export function writerOf({ memberId, members }: Pick<Identity, 'memberId' | 'members'>): Writer {
  const mine = members.filter(({ coachIds }) => coachIds.includes(memberId)).map(({ id }) => id);
  const roles = members.find(({ id }) => id === memberId)?.roles ?? [];
  return { memberId, roles, coachees: new Set(mine) };
}

/** The members who are owners now. */
export function ownersOf({ members }: Pick<Identity, 'members'>): ReadonlySet<string> {
  return new Set(members.filter(isOwner).map(({ id }) => id));
}

/** Who is signed in, or the solo identity when nobody is, with the workspace's settings. */
export async function loadIdentity(db: SidelineDb): Promise<Identity> {
  const identity = await storedIdentity(db);
  const settings = await sharedSettings(db, identity);
  return settings ? { ...identity, settings: settings.body } : identity;
}

/** The record of the settings that count for the workspace. */
export async function sharedSettings(db: SidelineDb, identity: Identity): Promise<Settings | undefined> {
  return settingsIn(await recordsOfType(db, identity.workspaceId, 'settings'), ownersOf(identity));
}

/** The same without the settings, for a transaction that reads no records. */
export async function storedIdentity(db: SidelineDb): Promise<Identity> {
  return (await readMeta(db, 'identity')) ?? SOLO_IDENTITY;
}

/** Throws StorageFullError. */
export async function saveIdentity(db: SidelineDb, { settings, ...identity }: Identity): Promise<void> {
  await writeMeta(db, 'identity', identity);
}
