/** What a coach's device knows about the people they coach, in the form the coaching rules take. */
import { leaveIn } from '#lib/coaching/leave.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import type { StallInput } from '#lib/coaching/stalls/stalls.ts';
import { loadPairings } from '#lib/device/pairings.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, writerOf } from '#lib/store/identity.ts';
import { teamRecords } from '#lib/store/queries/team.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import type { Member } from '#lib/sync/protocol.ts';

/** The people this member coaches, sorted by name so that the list is never a ranking. */
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
  const records = await teamRecords(db, workspaceId, memberId, people, now);
  return {
    records,
    leave: leaveIn(records),
    pairings: await loadPairings(db, identity, now),
    ownerId: owner?.id ?? memberId,
    // This device has only some of the other coaches' notes, so it can't tell whether they are silent.
    silenceOf: [memberId],
    calendar: rulesOf(identity).calendar,
  };
}
