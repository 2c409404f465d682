/**
 * What each person adds to the figures of one closed week, before a group's figures are put together and shown or
 * withheld (privacy/release-once.ts). The same functions as for a person's own page compute every part.
 */
import { addDays, type Calendar, type Day, dayOf, type Leave, weekOf } from '#lib/coaching/calendar.ts';
import { instantAt } from '#lib/coaching/calendar-clock.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import { acknowledgementRate } from '#lib/coaching/metrics/acknowledgement.ts';
import { activeMembers, type CoachedSince } from '#lib/coaching/metrics/active.ts';
import { adherenceOf } from '#lib/coaching/metrics/adherence.ts';
import { followUpOf } from '#lib/coaching/metrics/follow-up.ts';
import { coachWeeks } from '#lib/coaching/metrics/frequency.ts';
import { implementationWhere } from '#lib/coaching/metrics/implementation.ts';
import type { Contribution } from '#lib/coaching/privacy/aggregates.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Measure } from '#lib/records/kinds/behaviour.ts';
import { isType } from '#lib/records/types.ts';

export interface WeekInput {
  records: readonly Envelope[];
  /** Also those that have ended. */
  pairings: readonly CoachedSince[];
  leave: readonly Leave[];
  calendar: Calendar;
  /** How long an answer and a verdict may take, in ms. */
  clocks: { answer: number; verdict: number };
  /** ms since 1970. */
  now: number;
}

/** A coach's part, with how often they coached, of which the spread is made. */
export interface CoachPart extends Contribution {
  frequency: number;
}

/** For each coach: people with a note that week, of those who were there to be coached. */
export function coveragePart({ records, pairings, leave, calendar }: WeekInput, week: Day): CoachPart[] {
  const notes = records.filter(({ type }) => type === 'note' || type === 'reply');
  return coachesIn(pairings).flatMap((coachId): CoachPart[] => {
    const own = notes.filter(({ authorId }) => authorId === coachId);
    const active = activeMembers(coachId, pairings, leave, calendar);
    const [found] = coachWeeks(own, coachId, [week], active, calendar);
    if (!found || found.coverage.n === 0) return [];
    const { k, n } = found.coverage;
    return [{ personId: coachId, period: week, k, n, frequency: found.frequency }];
  });
}

/** For each coach: verdicts in time, of those that fell due that week and were theirs to give. */
export function verdictPart(input: WeekInput, week: Day): Contribution[] {
  const { records, pairings, calendar, clocks, now } = input;
  return coachesIn(pairings).map(coachId => {
    const people = new Set(
      records.filter(({ type, authorId }) => type === 'note' && authorId === coachId).map(subjectOf),
    );
    const near = records.filter(
      ({ authorId, subjectId = authorId }) =>
        [authorId, subjectId].includes(coachId) || people.has(authorId) || people.has(subjectId),
    );
    const { k, n } = followUpOf(near, coachId, spanOf(week, calendar), now, 1, clocks.verdict);
    return { personId: coachId, period: week, k, n };
  });
}

/** For each person: notes of that week answered in time. */
export function answerPart({ records, calendar, clocks, now }: WeekInput, week: Day): Contribution[] {
  const sent = records.filter(
    record => isType(record, 'note') && weekOf(dayOf(record.createdAt, calendar), calendar) === week,
  );
  const answers = records.filter(({ type }) => type === 'acknowledgement' || type === 'reply');
  return [...Map.groupBy(sent, subjectOf)].map(([personId, notes]) => {
    const ids = new Set(notes.map(({ id }) => id));
    const own = answers.filter(({ refs }) => refs.some(ref => ids.has(ref)));
    const { k, n } = acknowledgementRate([...notes, ...own], now, clocks.answer, 1).inTime;
    return { personId, period: week, k, n };
  });
}

/** What counts as taking part: something said or done, never that somebody looked (R084). */
const DONE: ReadonlySet<string> = new Set([
  'note',
  'acknowledgement',
  'reply',
  'commitment',
  'evidence',
  'verdict',
  'log',
  'review',
]);

/** For each person who coached or was coached on enough days of that week: did they take part? */
export function adoptionPart({ records, pairings, leave, calendar }: WeekInput, week: Day): Contribution[] {
  const took = new Set(
    records
      .filter(
        ({ type, createdAt }) => DONE.has(type) && weekOf(dayOf(createdAt, calendar), calendar) === week,
      )
      .map(({ authorId }) => authorId),
  );
  const there = coachesIn(pairings).flatMap(coachId => {
    const coached = activeMembers(coachId, pairings, leave, calendar)(week);
    return coached.length > 0 ? [coachId, ...coached] : [];
  });
  return [...new Set(there)].map(personId => ({
    personId,
    period: week,
    k: took.has(personId) ? 1 : 0,
    n: 1,
  }));
}

/** For each of these people: how far they practised these behaviours that week. */
export function practicePart(
  { records, calendar }: WeekInput,
  week: Day,
  memberIds: readonly string[],
  behaviours: ReadonlyMap<string, Measure>,
): Contribution[] {
  const bySubject = Map.groupBy(
    records.filter(({ type }) => type === 'log'),
    subjectOf,
  );
  const evidence = records.filter(({ type }) => type === 'evidence');
  return memberIds.map(personId => {
    const own = [...(bySubject.get(personId) ?? []), ...evidence];
    const shares = [...behaviours].map(
      ([id, measure]) => adherenceOf(own, personId, id, measure, week, addDays(week, 6), calendar, 1).share,
    );
    const sum = (pick: (share: { k: number; n: number }) => number) =>
      shares.reduce((total, each) => total + pick(each), 0);
    return { personId, period: week, k: sum(({ k }) => k), n: sum(({ n }) => n) };
  });
}

/** For each of these people: promises implemented, of those that fell due that week and have a verdict. */
export function promisePart(
  { records, calendar, clocks, now }: WeekInput,
  week: Day,
  memberIds: readonly string[],
): Contribution[] {
  const byAuthor = Map.groupBy(
    records.filter(({ type }) => type === 'commitment'),
    ({ authorId }) => authorId,
  );
  const rest = records.filter(({ type }) => type === 'verdict' || type === 'evidence');
  const isIn = (dueAt: number) => weekOf(dayOf(dueAt, calendar), calendar) === week;
  return memberIds.map(personId => {
    const own = byAuthor.get(personId) ?? [];
    if (own.length === 0) return { personId, period: week, k: 0, n: 0 };
    const { k, n } = implementationWhere([...own, ...rest], isIn, now, 1, clocks.verdict).rate;
    return { personId, period: week, k, n };
  });
}

/** The last `count` weeks that have been over for `settled` ms, so that nothing in them is still due; oldest first. */
export function closedWeeks(now: number, count: number, settled: number, calendar: Calendar): Day[] {
  const current = weekOf(dayOf(now - settled, calendar), calendar);
  return Array.from({ length: count }, (_, i) => addDays(current, -7 * (count - i)));
}

function coachesIn(pairings: readonly CoachedSince[]): string[] {
  return [...new Set(pairings.map(({ coachId }) => coachId))].sort();
}

/** From the first moment of a week to that of the next, in ms since 1970. */
function spanOf(week: Day, calendar: Calendar): readonly [number, number] {
  return [instantAt(week, '00:00', calendar), instantAt(addDays(week, 7), '00:00', calendar)];
}
