/** How coaching goes in the whole workspace, week by week, in figures about at least so many people and without names. */
import type { Kysely } from 'kysely';
import {
  adoptionPart,
  answerPart,
  closedWeeks,
  coveragePart,
  verdictPart,
  type WeekInput,
} from '#lib/coaching/insight/week-parts.ts';
import { variation } from '#lib/coaching/metrics/statistics.ts';
import { type Contribution, figureOf } from '#lib/coaching/privacy/aggregates.ts';
import { type CoverageAnswer, coverageSchema, shareSchema } from '#lib/sync/insight-protocol.ts';
import type { Tables } from '#server/store/schema.ts';
import { showFigures } from './shown-figures.ts';
import { readWeeks, WEEKS } from './week-input.ts';

const COVERAGE = { name: 'coverage', value: coverageSchema };
const share = (name: string) => ({ name, value: shareSchema });

/** `now` in ms since 1970. Settle the workspace first. */
export async function readCoverage(
  db: Kysely<Tables>,
  workspaceId: string,
  now: number,
): Promise<CoverageAnswer> {
  const { input, minimum } = await readWeeks(db, workspaceId, now);
  const { calendar, clocks } = input;
  const weeks = closedWeeks(now, WEEKS, 0, calendar);
  /** Only weeks in which nothing is due any more: a figure stays as it was first shown. */
  const shown = (name: string, settled: number, part: (input: WeekInput, week: string) => Contribution[]) => {
    const closed = closedWeeks(now, WEEKS, settled, calendar);
    const figures = closed.map(week => figureOf(week, part(input, week)));
    return showFigures(db, workspaceId, share(name), figures, { minimum, now });
  };
  const coverage = await showFigures(
    db,
    workspaceId,
    COVERAGE,
    weeks.map(week => coverageOf(input, week)).filter(({ people }) => people >= minimum),
    { minimum, now },
  );
  const verdicts = await shown('verdicts', clocks.verdict, verdictPart);
  const answers = await shown('answers', clocks.answer, answerPart);
  const adoption = await shown('adoption', 0, adoptionPart);
  return {
    minimum,
    weeks: weeks.map(week => ({
      week,
      coverage: coverage.get(week) ?? null,
      verdicts: verdicts.get(week) ?? null,
      answers: answers.get(week) ?? null,
      adoption: adoption.get(week) ?? null,
    })),
  };
}

/** About coaches; `people` are those whom they coach, of whom there must be as many. */
function coverageOf(input: WeekInput, week: string) {
  const parts = coveragePart(input, week);
  const figure = figureOf(week, parts);
  const { pairings } = input;
  const coaches = new Set(figure.cells.map(({ personId }) => personId));
  const people = new Set(
    pairings.filter(({ coachId }) => coaches.has(coachId)).map(({ memberId }) => memberId),
  );
  const spread = variation(parts.map(({ frequency }) => frequency));
  return { ...figure, value: { share: figure.value, spread }, people: people.size };
}
