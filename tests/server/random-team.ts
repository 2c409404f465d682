/**
 * The randomised test's team. It is made once and copied for each run, because hashing passwords takes long.
 */
import type { Role } from '#lib/sync/protocol.ts';
import { noRateLimits } from '#server/http/rate-limit.ts';
import type { TestStore } from '#testing/server/stores.ts';
import { startTeam } from '#testing/server/team.ts';

export interface TeamMember {
  id: string;
  name: string;
}

export interface TeamStore {
  store: TestStore;
  workspaceId: string;
  members: readonly TeamMember[];
}

const PEOPLE: Record<string, readonly Role[]> = {
  ann: ['coach'],
  bob: ['coach', 'coachee'],
  cy: ['coachee'],
  lou: ['liaison'],
};

/**
 * An owner, a coach, a coach who is coached too, a coachee and a liaison; nobody is assigned to anybody yet.
 */
export async function makeTeam(store: TestStore): Promise<TeamStore> {
  const team = await startTeam({ ...store.options, rateLimits: noRateLimits });
  const members: TeamMember[] = [{ id: team.owner.id, name: 'olive' }];
  for (const [name, roles] of Object.entries(PEOPLE)) {
    members.push({ id: (await team.join(name, roles)).id, name });
  }
  await team.stop();
  return { store, workspaceId: team.workspaceId, members };
}
