import { i18n } from '#i18n';
import type { Log } from '#lib/records/types.ts';
import type { Member } from '#lib/sync/protocol.ts';

interface Props {
  people: readonly Member[];
  /** This week's entries of the behaviour. */
  week: readonly Log[];
  onDone(withId: string): void;
}

/** For what is done once with each person: one button a person, and with whom it was done this week. */
export function PeopleTaps({ people, week, onDone }: Props) {
  const done = new Set(week.flatMap(({ body }) => (body.result === 'done' ? (body.withId ?? []) : [])));
  return (
    <div className="stack tight">
      <p className="hint">
        {i18n.t('today.log.people', [
          String(people.filter(({ id }) => done.has(id)).length),
          String(people.length),
        ])}
      </p>
      <div className="row wrap">
        {people.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="button"
            aria-label={
              done.has(id) ? i18n.t('today.log.againWith', [name]) : i18n.t('today.log.doneWith', [name])
            }
            onClick={() => onDone(id)}
          >
            <bdi>{name}</bdi>
            {done.has(id) && <span aria-hidden="true"> ✓</span>}
          </button>
        ))}
      </div>
    </div>
  );
}
