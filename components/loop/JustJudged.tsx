import { nameOf } from '#components/people/names.ts';
import type { TeamProps } from '#components/people/team-props.ts';
import { Problem } from '#components/ui/Problem.tsx';
import { useSaving } from '#components/ui/use-saving.ts';
import { i18n } from '#i18n';
import { takeBackVerdict } from '#lib/actions/verdicts.ts';
import { isType, type Verdict } from '#lib/records/types.ts';
import { MINUTE } from '#lib/time.ts';
import { findingLabel } from './labels.ts';

/** How long a coach can take back a mistaken verdict here, in ms. */
const TAKE_BACK = 10 * MINUTE;

/** The verdicts this coach just gave, each with a button to take it back. */
export function JustJudged({ db, identity, team, now }: TeamProps) {
  const { problem, saving, save } = useSaving();
  const just = team.records.filter(
    (record): record is typeof record & Verdict =>
      isType(record, 'verdict') &&
      record.authorId === identity.memberId &&
      record.createdAt > now - TAKE_BACK,
  );
  return (
    <div aria-live="polite" className="stack tight">
      {just.map(verdict => (
        <p key={verdict.id} className="banner good row">
          <span className="grow">
            {i18n.t('coach.judged', [
              nameOf(identity, verdict.subjectId),
              findingLabel(verdict.body.finding),
            ])}
          </span>
          <button
            type="button"
            className="button quiet"
            disabled={saving}
            onClick={() => void save(() => takeBackVerdict(db, verdict))}
          >
            {i18n.t('coach.undo')}
          </button>
        </p>
      ))}
      <Problem text={problem} />
    </div>
  );
}
