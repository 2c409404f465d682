import { nameOf } from '#components/people/names.ts';
import { useWeek } from '#components/routines/use-week.ts';
import { i18n } from '#i18n';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { BeginProgramme } from './BeginProgramme.tsx';
import { ProgrammeCard } from './ProgrammeCard.tsx';

/** The programmes that I may see, each with the stage that it is in, and how to begin one. */
export function ProgrammesView({ db, identity }: { db: SidelineDb; identity: Identity }) {
  const records = useWeek(db, identity);
  if (!records) return null;
  const programmes = records
    .filter(record => isType(record, 'programme'))
    .filter(({ body }) => !body.template);
  return (
    <>
      {programmes.length === 0 && <p>{i18n.t('programmes.none')}</p>}
      {programmes.map(programme => (
        <ProgrammeCard
          key={programme.id}
          {...{ db, identity, records, programme }}
          whose={programme.subjectId === undefined ? undefined : nameOf(identity, programme.subjectId)}
        />
      ))}
      <BeginProgramme {...{ db, identity, records }} />
    </>
  );
}
