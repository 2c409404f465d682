import { useState } from 'react';
import { Spark } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import { PracticeCard } from './PracticeCard.tsx';
import type { PersonLines } from './team-lines.ts';

/** The people, by name and never by a number (R078): a small line each, and their charts on one press. */
export function TeamPeople({ people, now }: { people: readonly PersonLines[]; now: number }) {
  return (
    <section aria-labelledby="insight-people">
      <h2 id="insight-people">{i18n.t('insight.people.title')}</h2>
      <p className="hint">
        {people.length === 0 ? i18n.t('insight.people.none') : i18n.t('insight.people.alphabetical')}
      </p>
      <ul className="team-people">
        {people.map(person => (
          <li key={person.member.id}>
            <Person person={person} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person: { member, practised, records }, now }: { person: PersonLines; now: number }) {
  const [open, setOpen] = useState(false);
  const [first] = practised;
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="person-line">
        <strong className="grow">
          <bdi>{member.name}</bdi>
        </strong>
        <span className="hint">
          {first ? first.behaviour.body.name : i18n.t('insight.people.nothingActive')}
        </span>
        {first && (
          <Spark
            values={first.own.weeks.map(({ value }) => value)}
            label={said => i18n.t('insight.people.weeks', [said])}
          />
        )}
      </summary>
      {open && (
        <div className="stack">
          {practised.map(each => (
            <PracticeCard
              key={each.behaviour.id}
              personId={member.id}
              practised={each}
              records={records}
              now={now}
            />
          ))}
        </div>
      )}
    </details>
  );
}
