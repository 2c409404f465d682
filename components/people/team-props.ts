import type { Behaviours } from '#components/records/live-records.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { Team } from './use-team.ts';

/** What every card about the people one coaches receives. */
export interface TeamProps {
  db: SidelineDb;
  identity: Identity;
  team: Team;
  behaviours: Behaviours;
  now: number;
}
