import { useState } from 'react';
import { useBehaviours } from '#components/records/live-records.ts';
import type { ViewProps } from '#components/ui/view-props.ts';
import { i18n } from '#i18n';
import './people.css';
import { Routine } from '#components/routines/Routine.tsx';
import { Lessons } from '#components/stalls/Lessons.tsx';
import { PeopleList } from './PeopleList.tsx';
import { PersonView } from './PersonView.tsx';
import { useTeam } from './use-team.ts';
import { WaitingList } from './WaitingList.tsx';

/** The coach's view: what waits for me, the people I coach, and my own routine. */
export default function PeopleView({ db, identity, now }: ViewProps) {
  const [personId, setPersonId] = useState<string | undefined>();
  const team = useTeam(db, identity, now);
  const behaviours = useBehaviours(db, identity);
  if (!team || !behaviours) return null;
  const shared = { db, identity, team, behaviours, now };
  if (personId !== undefined) {
    return <PersonView {...shared} personId={personId} onBack={() => setPersonId(undefined)} />;
  }
  return (
    <>
      <Routine db={db} identity={identity} team={team} now={now} />
      <section className="stack" aria-labelledby="waiting">
        <h2 id="waiting">{i18n.t('coach.waiting')}</h2>
        <WaitingList {...shared} waiting={team.waiting} onPerson={setPersonId} />
      </section>
      <Lessons {...shared} />
      <PeopleList identity={identity} team={team} now={now} onPerson={setPersonId} />
    </>
  );
}
