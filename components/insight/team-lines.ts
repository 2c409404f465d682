/** The people one coaches, by name, each with the lines of what they have agreed to practise and what stands out. */
import type { Team } from '#components/people/use-team.ts';
import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import { activeBehaviours } from '#lib/coaching/behaviours/limits.ts';
import { ofType } from '#lib/coaching/history.ts';
import { type Remark, remarksOn } from '#lib/coaching/metrics/remarks.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { peopleOf } from '#lib/device/team.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import type { Member } from '#lib/sync/protocol.ts';
import { type Practised, practisedBy } from './practice.ts';

export interface PersonLines {
  member: Member;
  practised: readonly Practised[];
  remarks: readonly Remark[];
  records: readonly StoredRecord[];
}

export function teamLines(
  identity: Identity,
  team: Team,
  runs: ReadonlyMap<string, StoredRecord[]>,
  now: number,
): PersonLines[] {
  const { calendar } = rulesOf(identity);
  const behaviours = ofType(team.records, 'behaviour');
  const answers = ofType(team.records, 'acknowledgement');
  return peopleOf(identity).map(member => {
    const records = runs.get(member.id) ?? [];
    // Nobody is behind with what they have not agreed to.
    const agreed = activeBehaviours(behaviours, member.id).filter(
      behaviour => standingOf(behaviour, answers).state === 'active',
    );
    const practised = practisedBy(member.id, agreed, records, now, calendar);
    const lines = practised.map(({ behaviour, run }) => ({ behaviourId: behaviour.id, run }));
    return { member, practised, remarks: remarksOn(member.id, lines, records, now), records };
  });
}
