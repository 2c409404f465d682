import { relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { peopleOf } from '#lib/device/team.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { Member } from '#lib/sync/protocol.ts';
import type { Team } from './use-team.ts';

interface Props {
  identity: Identity;
  team: Team;
  now: number;
  onPerson(personId: string): void;
}

/** The people I coach, by name: how long ago I last wrote, and whether something waits. Not a ranking. */
export function PeopleList({ identity, team, now, onPerson }: Props) {
  const notes = team.records.filter(
    ({ type, authorId }) => type === 'note' && authorId === identity.memberId,
  );
  const people = withWrittenTo(
    identity,
    notes.map(({ subjectId }) => subjectId),
  );
  return (
    <section className="stack tight" aria-labelledby="people">
      <h2 id="people">{i18n.t('coach.people')}</h2>
      {people.length === 0 && <NobodyYet identity={identity} />}
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

/** Also whom an owner has written to: they coach that person, whether or not it was ever assigned. */
function withWrittenTo(identity: Identity, writtenTo: readonly (string | undefined)[]): Member[] {
  const assigned = peopleOf(identity);
  const others = identity.members.filter(
    ({ id }) => id !== identity.memberId && writtenTo.includes(id) && !assigned.some(each => each.id === id),
  );
  return [...assigned, ...others].sort((a, b) => a.name.localeCompare(b.name));
}

/** The one next thing for somebody who has nobody here yet. */
function NobodyYet({ identity }: { identity: Identity }) {
  const { memberId, members, server, workspaceId } = identity;
  const me = members.find(({ id }) => id === memberId);
  if (!me?.roles.includes('owner')) return <p className="hint">{i18n.t('coach.nobody')}</p>;
  const isAlone = members.length < 2;
  return (
    <div className="empty">
      <p>{isAlone ? i18n.t('coach.inviteFirst') : i18n.t('coach.writeFirst')}</p>
      {server !== undefined && (
        <p>
          <a href={`${server}/team/${workspaceId}`} target="_blank" rel="noreferrer">
            {isAlone ? i18n.t('coach.toInvite') : i18n.t('coach.toAssign')}
          </a>
        </p>
      )}
    </div>
  );
}
