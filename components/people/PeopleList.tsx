import { relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { peopleOf } from '#lib/device/team.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { Team } from './use-team.ts';

interface Props {
  identity: Identity;
  team: Team;
  now: number;
  onPerson(personId: string): void;
}

/** The people I coach, by name: how long ago I last wrote, and whether something waits. Not a ranking. */
export function PeopleList({ identity, team, now, onPerson }: Props) {
  const people = peopleOf(identity);
  const notes = team.records.filter(
    ({ type, authorId }) => type === 'note' && authorId === identity.memberId,
  );
  return (
    <section className="stack tight" aria-labelledby="people">
      <h2 id="people">{i18n.t('coach.people')}</h2>
      {people.length === 0 && <p className="hint">{i18n.t('coach.nobody')}</p>}
      <ul className="people">
        {people.map(({ id, name }) => {
          const waiting = team.waiting.filter(({ personId }) => personId === id).length;
          const last = Math.max(
            0,
            ...notes.filter(note => note.subjectId === id).map(note => note.createdAt),
          );
          return (
            <li key={id}>
              <button type="button" className="button person" onClick={() => onPerson(id)}>
                <span className="grow">
                  <bdi>{name}</bdi>
                </span>
                <span className="hint">
                  {waiting > 0 && `${i18n.t('coach.waitsHere', waiting)} · `}
                  {last === 0
                    ? i18n.t('coach.noNoteYet')
                    : i18n.t('coach.lastNote', [relativeTime(last, now)])}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
