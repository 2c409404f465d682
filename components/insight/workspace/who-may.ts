/** Who has the view of the whole workspace, by their roles as this device knows them. The server decides for itself. */
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';
import { INSIGHT_ROLES } from '#lib/sync/insight-protocol.ts';
import type { Role } from '#lib/sync/protocol.ts';

export function mayLookAtGroups(identity: Identity): boolean {
  return hasOne(identity, INSIGHT_ROLES.coverage);
}

export function mayLookAtEscalations(identity: Identity): boolean {
  return hasOne(identity, INSIGHT_ROLES.escalations);
}

function hasOne({ workspaceId, memberId, members }: Identity, wanted: readonly Role[]): boolean {
  if (workspaceId === SOLO_WORKSPACE) return false;
  const roles = members.find(({ id }) => id === memberId)?.roles ?? [];
  return wanted.some(role => roles.includes(role));
}
