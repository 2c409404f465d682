import { nameOf } from '#components/people/names.ts';
import { useWeek } from '#components/routines/use-week.ts';
import { i18n } from '#i18n';
import { dayOf } from '#lib/coaching/calendar.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { BeginProgramme } from './BeginProgramme.tsx';
import { EndProgramme } from './EndProgramme.tsx';
import { ProgrammeCard } from './ProgrammeCard.tsx';

/** The programmes that I may see, each with the stage that it is in, and how to begin one. */
export function ProgrammesView({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const records = useWeek(db, identity);
  if (!records) return null;
  const programmes = records
    .filter(record => isType(record, 'programme'))
    .filter(({ body }) => !body.template);
  const today = dayOf(Date.now(), rulesOf(identity).calendar);
  const ended = programmes.filter(({ body }) => body.endDay !== undefined && body.endDay <= today);
  const running = programmes.filter(each => !ended.includes(each));
  return (
    <>
      {running.length === 0 && <p>{i18n.t('programmes.none')}</p>}
      {running.map(programme => (
        <ProgrammeCard
          key={programme.id}
          {...{ db, identity, records, programme }}
          today={today}
          whose={programme.subjectId === undefined ? undefined : nameOf(identity, programme.subjectId)}
        />
      ))}
      <BeginProgramme {...{ db, identity, records }} />
      {ended.length > 0 && (
        <section aria-labelledby="programmes-ended">
          <h2 id="programmes-ended">{i18n.t('programmes.ended')}</h2>
          <ul>
            {ended.map(programme => (
              <li key={programme.id}>
                <span className="grow" dir="auto">
                  {programme.body.name}
                </span>
                <span className="hint">{programme.body.endDay}</span>
                <EndProgramme {...{ db, identity, programme }} endDay={undefined} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
