import '#components/notes/notes.css';
import '#components/people/people.css';
import { useMemo } from 'react';
import { useTeam } from '#components/people/use-team.ts';
import { useBehaviours } from '#components/records/live-records.ts';
import { useNow } from '#components/ui/use-now.ts';
import { peopleOf } from '#lib/device/team.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { NextTalk } from './NextTalk.tsx';
import { OwnCoaching } from './OwnCoaching.tsx';
import { Remarks } from './Remarks.tsx';
import { TeamPeople } from './TeamPeople.tsx';
import { teamLines } from './team-lines.ts';
import { useRunRecords } from './use-run-records.ts';

/** A coach's page: the one conversation that is due next, their own coaching, what stands out, then the people. */
export default function TeamView({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const runs = useRunRecords(
    db,
    identity,
    peopleOf(identity).map(({ id }) => id),
  );
  const now = useNow(runs);
  const team = useTeam(db, identity, now);
  const behaviours = useBehaviours(db, identity);
  const people = useMemo(
    () => team && runs && teamLines(identity, team, runs, now),
    [identity, team, runs, now],
  );
  if (!team || !behaviours || !people) return null;
  return (
    <>
      <NextTalk {...{ db, identity, team, behaviours, now }} />
      <OwnCoaching {...{ identity, team, now }} />
      <Remarks {...{ identity, people }} />
      <TeamPeople {...{ people, now }} />
    </>
  );
}
