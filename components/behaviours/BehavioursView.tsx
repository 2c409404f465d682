import { useState } from 'react';
import { Boundary } from '#components/ui/Boundary.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { beginsWithProblem } from '#lib/coaching/behaviours/limits.ts';
import { type Behaviour, type Body, isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, ownersOf } from '#lib/store/identity.ts';
import { personRecords } from '#lib/store/queries/person.ts';
import { BehaviourCard } from './BehaviourCard.tsx';
import { BehaviourForm } from './BehaviourForm.tsx';
import './behaviours.css';
import { usePositions } from '#components/records/use-positions.ts';
import { positionOf } from '#lib/coaching/behaviours/positions.ts';
import { Library } from './Library.tsx';
import { EVERYONE, peopleFor } from './whom-for.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
}

type Doing =
  | { what: 'list' }
  | { what: 'library' }
  | { what: 'form'; from?: Body<'behaviour'>; of?: Behaviour };

/** What is being practised comes first, what has ended comes last. */
const ORDER: readonly Body<'behaviour'>['state'][] = ['active', 'proposed', 'parked', 'automatic', 'retired'];

/** A person's behaviours by state, and the library to take one from. */
export function BehavioursView({ db, identity }: Props) {
  const positions = usePositions(db, identity);
  const people = peopleFor(identity);
  const [asked] = useState(askedInAddress);
  const known = people.some(({ id }) => id === asked.personId);
  const [personId, setPersonId] = useState(known && asked.personId ? asked.personId : identity.memberId);
  const [doing, setDoing] = useState<Doing>(known ? asked.doing : { what: 'list' });
  const records = useLive(
    () => personRecords(db, identity.workspaceId, personId === EVERYONE ? identity.memberId : personId),
    [db, identity.workspaceId, identity.memberId, personId],
  );
  if (!records) return null;
  const subjectId = personId === EVERYONE ? undefined : personId;
  const behaviours = records
    .filter(record => isType(record, 'behaviour'))
    .filter(behaviour => behaviour.subjectId === subjectId)
    .sort((a, b) => ORDER.indexOf(a.body.state) - ORDER.indexOf(b.body.state) || b.createdAt - a.createdAt);
  const back = () => setDoing({ what: 'list' });

  if (doing.what === 'library') {
    return (
      <Library
        position={
          positions && subjectId !== undefined
            ? positionOf(positions, subjectId, ownersOf(identity))
            : undefined
        }
        onTake={from => setDoing({ what: 'form', from })}
        onBack={back}
      />
    );
  }
  if (doing.what === 'form') {
    const isFirst = subjectId !== undefined && beginsWithProblem(records, subjectId);
    return (
      <BehaviourForm
        db={db}
        identity={identity}
        subjectId={subjectId}
        records={records}
        {...(doing.from ? { from: doing.from } : {})}
        {...(doing.of ? { of: doing.of } : {})}
        isFirst={isFirst}
        onDone={back}
      />
    );
  }
  return (
    <div className="stack">
      <p className="hint">{i18n.t('behaviours.explain')}</p>
      {people.length > 1 && (
        <Select label={i18n.t('composer.for')} options={people} value={personId} onChange={setPersonId} />
      )}
      <div className="row wrap">
        <button type="button" className="button primary" onClick={() => setDoing({ what: 'library' })}>
          {i18n.t('behaviours.fromLibrary')}
        </button>
        <button type="button" className="button" onClick={() => setDoing({ what: 'form' })}>
          {i18n.t('behaviours.own')}
        </button>
      </div>
      {behaviours.length === 0 && <p>{i18n.t('behaviours.none')}</p>}
      {behaviours.map(behaviour => (
        <Boundary key={behaviour.id} part="thing" of={behaviour}>
          <BehaviourCard
            db={db}
            identity={identity}
            behaviour={behaviour}
            records={records}
            onEdit={() => setDoing({ what: 'form', of: behaviour })}
          />
        </Boundary>
      ))}
    </div>
  );
}

/**
 * Reads a link from elsewhere that asks for a behaviour for a person, from a library entry:
 * `#behaviours?for=…&from=…`.
 */
function askedInAddress(): { personId: string | undefined; doing: Doing } {
  const asked = new URLSearchParams(location.hash.split('?')[1]);
  const from = shippedBehaviour(asked.get('from') ?? '')?.body;
  return {
    personId: asked.get('for') ?? undefined,
    doing: from ? { what: 'form', from } : { what: 'library' },
  };
}
