/** Who has the view of the whole workspace, by their roles as this device knows them. The server decides for itself. */
import { SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { INSIGHT_ROLES } from '#lib/sync/insight-protocol.ts';
import type { Role } from '#lib/sync/protocol.ts';

export function mayLookAtGroups(identity: Identity): boolean {
  return hasOne(identity, INSIGHT_ROLES.coverage);
}

export function mayLookAtEscalations(identity: Identity): boolean {
  return hasOne(identity, INSIGHT_ROLES.escalations);
}

function hasOne(identity: Identity, wanted: readonly Role[]): boolean {
  if (identity.workspaceId === SOLO_WORKSPACE) return false;
  const { roles } = writerOf(identity);
  return wanted.some(role => roles.includes(role));
}
