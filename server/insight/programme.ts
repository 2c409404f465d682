/** How a team's programme goes, week by week, about at least so many of its people. */
import type { Kysely } from 'kysely';
import { closedWeeks, practicePart, promisePart } from '#lib/coaching/insight/week-parts.ts';
import { type Contribution, figureOf } from '#lib/coaching/privacy/aggregates.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import { isType, type Programme } from '#lib/records/types.ts';
import { type ProgrammeAnswer, shareSchema } from '#lib/sync/insight-protocol.ts';
import type { Tables } from '#server/store/schema.ts';
import { readRecords } from './read-records.ts';
import { showFigures } from './shown-figures.ts';
import { readWeeks, WEEKS } from './week-input.ts';

/**
 * Undefined where there is no such programme, or it is one person's: that is for this person and their coaches. `now` in
 * ms since 1970. Settle the workspace first.
 */
export async function readProgramme(
  db: Kysely<Tables>,
  workspaceId: string,
  programmeId: string,
  now: number,
): Promise<ProgrammeAnswer | undefined> {
  const standing = await readRecords(db, workspaceId, { types: ['programme', 'behaviour'] });
  const programme = standing
    .filter(record => isType(record, 'programme'))
    .find(({ id, subjectId }) => id === programmeId && subjectId === undefined);
  if (!programme) return undefined;
  const { input, minimum, memberIds } = await readWeeks(db, workspaceId, now);
  const people = peopleOf(programme).filter(id => memberIds.has(id));
  const behaviours = measuresOf(
    programme,
    standing.filter(record => isType(record, 'behaviour')),
  );
  const { calendar, clocks } = input;
  const idOf = (week: string) => `${programmeId}|${week}`;
  const shown = (name: string, settled: number, part: (week: string) => Contribution[]) => {
    const closed = closedWeeks(now, WEEKS, settled, calendar);
    const figures = closed.map(week => figureOf(idOf(week), part(week)));
    // All programmes share what was shown: a group of one and a group of another may differ by one person.
    return showFigures(db, workspaceId, { name, value: shareSchema }, figures, { minimum, now });
  };
  const practised = await shown('practised', 0, week => practicePart(input, week, people, behaviours));
  const kept = await shown('kept', clocks.verdict, week => promisePart(input, week, people));
  return {
    minimum,
    weeks: closedWeeks(now, WEEKS, 0, calendar).map(week => ({
      week,
      practised: practised.get(idOf(week)) ?? null,
      kept: kept.get(idOf(week)) ?? null,
    })),
  };
}

function peopleOf({ body }: Programme): string[] {
  return [...new Set(body.cohorts.flatMap(({ memberIds }) => memberIds))].sort();
}

/** Each behaviour with how it is counted; by occasion unless it says otherwise. */
function measuresOf(
  { body }: Programme,
  behaviours: readonly { id: string; body: { measure?: Measure | undefined } }[],
): Map<string, Measure> {
  const measures = new Map(behaviours.map(({ id, body: { measure } }) => [id, measure]));
  return new Map(
    body.behaviours.map(({ behaviourId }) => [
      behaviourId,
      measures.get(behaviourId) ?? { kind: 'opportunity' },
    ]),
  );
}
