/** A person's scores on every rubric that this device knows, live. */
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { type ScoreFigures, scoresOf } from '#lib/coaching/metrics/figures.ts';
import { knownRubrics } from '#lib/coaching/rubrics/known.ts';
import { rubricsIn } from '#lib/coaching/rubrics/rubrics.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { recordsOfType, scorecardsAbout } from '#lib/store/queries/records.ts';

const SCORECARDS = 60;
/** All versions of all rubrics, for more than any workspace has. */
const RUBRICS = 500;

export interface NamedScores extends ScoreFigures {
  rubric: string;
}

/** Undefined until it is read. */
export function useScores(db: SidelineDb, identity: Identity, personId: string): NamedScores[] | undefined {
  const { workspaceId } = identity;
  return useLive(async () => {
    const [cards, own] = await Promise.all([
      scorecardsAbout(db, workspaceId, personId, { limit: SCORECARDS }),
      recordsOfType(db, workspaceId, 'rubric', { limit: RUBRICS }),
    ]);
    const rubrics = knownRubrics(own);
    // The shipped ones have a name in the reader's language.
    const named = [...rubricsIn(i18n.t('language')), ...rubrics];
    return scoresOf(cards, personId, rubrics).map(line => ({
      ...line,
      rubric: named.find(({ id, version }) => id === line.rubricId && version === line.version)?.name ?? '',
    }));
  }, [db, workspaceId, personId]);
}
