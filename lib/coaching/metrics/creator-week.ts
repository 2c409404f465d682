/** The weekly scorecard of a creator, with exactly its five rows (R077). */

import { addDays, type Calendar, type Day, DEFAULT_CALENDAR, dayOf } from '#lib/coaching/calendar.ts';
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { type Rubric, shippedRubric } from '#lib/coaching/rubrics/rubrics.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Commitment } from '#lib/records/types.ts';
import { implementationWhere } from './implementation.ts';
import { scoreLines } from './scores.ts';
import { sentNotes } from './sent-notes.ts';
import { type Figure, figure, mean, type Share } from './statistics.ts';

export interface CreatorWeek {
  /** The mean hook score (0–100) of each rater apart; the creator's own score is marked. */
  hookStrength: readonly (Figure & { raterId: string; self: boolean; version: number })[];
  /** The mean of the week's readings of average retention, as they were entered. */
  averageRetention: Figure;
  /** Corrections on videos and texts, and on how many works. */
  editsRequested: { count: number; works: number; perWork: Figure };
  implementationRate: Share;
  /** The promise that is due first in the week after; null if there is none. */
  goalForNextWeek: Commitment | null;
}

export interface RetentionReading {
  day: Day;
  value: number;
}

/** `week` is named by its first day. */
export function creatorWeek(
  records: readonly Envelope[],
  memberId: string,
  week: Day,
  now: number,
  retention: readonly RetentionReading[] = [],
  rubrics: readonly Rubric[] = [shippedRubric],
  calendar: Calendar = DEFAULT_CALENDAR,
): CreatorWeek {
  const isIn = (first: Day) => (instant: number) => {
    const day = dayOf(instant, calendar);
    return day >= first && day <= addDays(first, 6);
  };
  const inWeek = isIn(week);
  const read = retention
    .filter(({ day }) => day >= week && day <= addDays(week, 6))
    .map(({ value }) => value);
  const own = records.filter(record => record.type !== 'commitment' || record.authorId === memberId);
  return {
    hookStrength: hooksIn(records, memberId, rubrics, inWeek),
    averageRetention: figure(mean(read), read.length, 1),
    editsRequested: editsIn(records, memberId, inWeek),
    implementationRate: implementationWhere(own, inWeek, now, 1).rate,
    goalForNextWeek: goalIn(records, memberId, isIn(addDays(week, 7))),
  };
}

function hooksIn(
  records: readonly Envelope[],
  memberId: string,
  rubrics: readonly Rubric[],
  inWeek: (instant: number) => boolean,
): CreatorWeek['hookStrength'] {
  return scoreLines(records, memberId, rubrics)
    .filter(({ criterion }) => criterion === 'hook')
    .flatMap(({ raterId, self, version, points }) => {
      const values = points.flatMap(({ at, value }) => (value !== null && inWeek(at) ? [value] : []));
      return values.length === 0
        ? []
        : [{ ...figure(mean(values), values.length, 1), raterId, self, version }];
    });
}

/** Only what others ask for. A request for several changes in one note is one. */
function editsIn(
  records: readonly Envelope[],
  memberId: string,
  inWeek: (instant: number) => boolean,
): CreatorWeek['editsRequested'] {
  const notes = sentNotes(records).filter(
    ({ note, first }) =>
      subjectOf(note) === memberId &&
      note.authorId !== memberId &&
      note.body.artifact.kind !== 'crm' &&
      inWeek(first.createdAt),
  );
  const works = new Set(notes.map(({ note }) => note.body.artifact.key)).size;
  const count = notes.filter(({ note }) => note.body.kind === 'correction').length;
  return { count, works, perWork: figure(works === 0 ? null : count / works, works, 1) };
}

function goalIn(
  records: readonly Envelope[],
  memberId: string,
  inWeek: (instant: number) => boolean,
): Commitment | null {
  const all = ofType(records, 'commitment').filter(({ authorId }) => authorId === memberId);
  const superseded = new Set(all.map(({ body }) => body.resizes));
  const due = all.filter(({ id, body }) => !superseded.has(id) && inWeek(body.dueAt));
  return due.sort((a, b) => a.body.dueAt - b.body.dueAt || (a.id < b.id ? -1 : 1))[0] ?? null;
}
