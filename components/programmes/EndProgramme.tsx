import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { endProgramme } from '#lib/actions/programmes.ts';
import type { Programme } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';

interface Props {
  db: SidelineDb;
  identity: Identity;
  programme: Programme;
  /** The last day; undefined takes the programme up again. */
  endDay: string | undefined;
}

/** Ends a programme or takes it up again, for whoever began it. */
export function EndProgramme({ db, identity, programme, endDay }: Props) {
  const { problem, saving, save } = useSaving();
  if (programme.authorId !== identity.memberId) return null;
  return (
    <>
      <button
        type="button"
        className="button quiet"
        disabled={saving}
        onClick={() => void save(() => endProgramme(db, programme, endDay))}
      >
        {endDay === undefined ? i18n.t('programmes.takeUp') : i18n.t('programmes.end')}
      </button>
      <Problem text={problem} />
    </>
  );
}
