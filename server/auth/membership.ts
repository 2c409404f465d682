/** Changes who is in a workspace and in which roles. Only owners may; the auth library checks that once more. */
import type { Kysely } from 'kysely';
import type { Role } from '#lib/sync/protocol.ts';
import { actorOf, logEntry } from '#server/audit/log.ts';
import type { LiveHub } from '#server/live/hub.ts';
import { endAssignment, openAssignments } from '#server/store/assignments.ts';
import { deleteDevicesOf } from '#server/store/devices.ts';
import { rememberMember } from '#server/store/former-members.ts';
import { findMember, type MemberRow, membershipsOf } from '#server/store/members.ts';
import type { Tables } from '#server/store/schema.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { asProblem, type People, userOf } from './people.ts';
import { endSessions } from './sessions.ts';

/** @throws AccountProblem when it would leave the workspace without an owner. */
export async function setRoles(
  people: People,
  headers: Headers,
  input: { workspaceId: string; memberId: string; roles: readonly Role[] },
  now: number,
): Promise<void> {
  const { auth, db } = people;
  const { workspaceId, memberId, roles } = input;
  const actorId = await actorOf(db, workspaceId, await userOf(people, headers));
  await asProblem(() =>
    auth.api.updateMemberRole({
      headers,
      body: { organizationId: workspaceId, memberId, role: [...roles] },
    }),
  );
  await logEntry(db, workspaceId, now, {
    kind: 'roles',
    actorId,
    subjectId: memberId,
    type: 'member',
    targetId: memberId,
    detail: { roles },
  });
}

/**
 * Removes a member. Their devices are signed out at once, and their assignments as coach and as coachee end. What they
 * wrote stays with those who may see it.
 * @throws AccountProblem when it would leave the workspace without an owner.
 */
export async function removeMember(
  people: People,
  hub: LiveHub,
  headers: Headers,
  input: { workspaceId: string; memberId: string },
  now: number,
): Promise<void> {
  const { auth, db } = people;
  const { workspaceId, memberId } = input;
  const actorId = await actorOf(db, workspaceId, await userOf(people, headers));
  const leaver = await findMember(db, workspaceId, memberId);
  await asProblem(() =>
    auth.api.removeMember({ headers, body: { organizationId: workspaceId, memberIdOrEmail: memberId } }),
  );
  if (leaver) await rememberMember(db, workspaceId, leaver, now);
  const { result: devices, touched } = await changeWorkspace(db, workspaceId, now, async tx => {
    for (const one of await openAssignments(tx.trx, workspaceId)) {
      if (one.coach_id === memberId || one.coachee_id === memberId) {
        await endAssignment(tx, one.id, actorId);
      }
    }
    tx.log({ kind: 'leave', actorId, subjectId: memberId, type: 'member', targetId: memberId });
    return deleteDevicesOf(tx, memberId);
  });
  for (const device of devices) hub.closeDevice(device);
  hub.notify(workspaceId, touched);
}

/** Signs a member out of all their extensions in this workspace and of all browsers, for a lost computer. */
export async function signOutEverywhere(
  db: Kysely<Tables>,
  hub: LiveHub,
  { workspaceId, member, by }: { workspaceId: string; member: MemberRow; by: string },
  now: number,
): Promise<void> {
  const { result: devices } = await changeWorkspace(db, workspaceId, now, async tx => {
    tx.log({ kind: 'sign-out', actorId: by, subjectId: member.id, type: 'member', targetId: member.id });
    return deleteDevicesOf(tx, member.id);
  });
  for (const device of devices) hub.closeDevice(device);
  await endSessions(db, member.userId);
}

/** Does this owner own every workspace that the other person is in? Only then may they help with that account. */
export async function ownsAllOf(db: Kysely<Tables>, ownerUserId: string, userId: string): Promise<boolean> {
  const owned = (await membershipsOf(db, ownerUserId)).filter(one => one.roles.includes('owner'));
  const theirs = await membershipsOf(db, userId);
  return theirs.every(one => owned.some(other => other.workspaceId === one.workspaceId));
}
