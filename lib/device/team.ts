/** What a coach's own device knows of the people whom they coach, as the coaching rules take it. */
import { localCalendar } from '#lib/coaching/calendar.ts';
import type { StallInput } from '#lib/coaching/stalls/stalls.ts';
import { loadPairings } from '#lib/device/pairings.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { teamRecords } from '#lib/store/queries/team.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import type { Member } from '#lib/sync/protocol.ts';

/** The people whom this member coaches, in the order of their names: a list of people is never a ranking. */
export function peopleOf({ memberId, members }: Identity): Member[] {
  const { coachees } = writerOf({ memberId, members });
  return members
    .filter(({ id }) => id !== memberId && coachees.has(id))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export interface TeamHistory extends StallInput {
  records: readonly StoredRecord[];
}

export async function loadTeam(db: SidelineDb, identity: Identity, now: number): Promise<TeamHistory> {
  const { workspaceId, memberId, members } = identity;
  const people = peopleOf(identity).map(({ id }) => id);
  const owner = members.find(({ roles }) => roles.includes('owner'));
  return {
    records: await teamRecords(db, workspaceId, memberId, people, now),
    pairings: await loadPairings(db, identity, now),
    ownerId: owner?.id ?? memberId,
    // Others' notes are here only in part: whether they are silent cannot be told.
    silenceOf: [memberId],
    calendar: localCalendar(),
  };
}
