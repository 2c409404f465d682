/** Changing who is in a workspace and as what. Only owners may; the auth library checks it once more. */
import type { Role } from '#lib/sync/protocol.ts';
import { actorOf, logEntry } from '#server/audit/log.ts';
import type { LiveHub } from '#server/live/hub.ts';
import { endAssignment, openAssignments } from '#server/store/assignments.ts';
import { changeWorkspace } from '#server/store/workspace-tx.ts';
import { asProblem, type People, userOf } from './people.ts';

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
 * Takes a member out: their devices are signed out at once, what they coached and were coached ends. What they wrote
 * stays with those who may see it.
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
  await asProblem(() =>
    auth.api.removeMember({ headers, body: { organizationId: workspaceId, memberIdOrEmail: memberId } }),
  );
  const devices = await db
    .deleteFrom('devices')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .returning('id')
    .execute();
  for (const device of devices) hub.closeDevice(device.id);
  const { touched } = await changeWorkspace(db, workspaceId, now, async tx => {
    for (const one of await openAssignments(tx.trx, workspaceId)) {
      if (one.coach_id === memberId || one.coachee_id === memberId) {
        await endAssignment(tx, one.id, actorId);
      }
    }
    tx.log({ kind: 'leave', actorId, subjectId: memberId, type: 'member', targetId: memberId });
  });
  hub.news(workspaceId, touched);
}
