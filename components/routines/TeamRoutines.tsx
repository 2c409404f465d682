import { nameOf } from '#components/people/names.ts';
import { i18n } from '#i18n';
import type { Around } from '#lib/coaching/routines/occasions.ts';
import { type TeamRoutine, teamRoutines } from '#lib/coaching/routines/team.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  identity: Identity;
  records: readonly Envelope[];
  now: number;
  around: Around;
}

/** The coaches' own routines, as their team sees them: what they are in plain words, and whether they were done (R128, R130). */
export function TeamRoutines({ identity, records, now, around }: Props) {
  const members = new Set(identity.members.map(({ id }) => id));
  const theirs = teamRoutines(records, identity.memberId, members, now, around);
  if (theirs.length === 0) return null;
  return (
    <section aria-labelledby="team-routines">
      <h2 id="team-routines">{i18n.t('week.team')}</h2>
      <ul>
        {theirs.map(each => (
          <Line key={each.routine.id} identity={identity} {...each} />
        ))}
      </ul>
    </section>
  );
}

function Line({ identity, routine: { body }, memberId, done, due }: TeamRoutine & { identity: Identity }) {
  const { plain } = body;
  const words = plain ? [plain.huddles, plain.coaching, plain.dailyChecks].filter(Boolean) : [];
  return (
    <li>
      <div className="grow">
        <p dir="auto">
          {body.name} · {nameOf(identity, memberId)}
        </p>
        {words.length > 0 && (
          <p className="hint" dir="auto">
            {words.join(' ')}
          </p>
        )}
      </div>
      <span className="hint">
        {due === 0 ? i18n.t('week.teamNone') : i18n.t('week.teamDone', [String(done), String(due)])}
      </span>
    </li>
  );
}
