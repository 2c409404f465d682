/** How often and how widely a coach coaches, week by week. */

import { type Calendar, type Day, DEFAULT_CALENDAR, dayOf, weekOf } from '#lib/coaching/calendar.ts';
import { subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type SentNote, sentNotes } from './sent-notes.ts';
import { type Figure, figure, MINIMUM_N, mean, type Share, share, variation } from './statistics.ts';

export interface CoachWeek {
  week: Day;
  /** Distinct (coachee, day) pairs with at least one note: three notes in a minute count once. */
  frequency: number;
  /** Coachees with at least one such day, out of those active in that week. */
  coverage: Share;
  /** Coachees with at least two such days. */
  twoAWeek: Share;
}

/** Members active on at least three working days of a week: see active.ts. */
export type ActiveIn = (week: Day) => readonly string[];

/** A check-in that was held, away from any note. */
export interface HeldCheckIn {
  coachId: string;
  memberId: string;
  day: Day;
}

/**
 * One coach's figures for the given weeks (named by their first days; leave out a partial first and last week). Notes
 * to oneself don't count.
 */
export function coachWeeks(
  records: readonly Envelope[],
  coachId: string,
  weeks: readonly Day[],
  activeIn: ActiveIn,
  calendar: Calendar = DEFAULT_CALENDAR,
  checkIns: readonly HeldCheckIn[] = [],
): CoachWeek[] {
  const days = new Map<Day, Map<string, Set<Day>>>();
  const heard = (memberId: string, day: Day) => {
    const week = weekOf(day, calendar);
    const members = days.get(week) ?? new Map<string, Set<Day>>();
    days.set(week, members);
    members.set(memberId, (members.get(memberId) ?? new Set()).add(day));
  };
  for (const { first } of sentBy(records, coachId)) heard(subjectOf(first), dayOf(first.createdAt, calendar));
  for (const held of checkIns) {
    if (held.coachId === coachId && held.memberId !== coachId) heard(held.memberId, held.day);
  }
  return weeks.map(week => {
    const members = days.get(week) ?? new Map<string, Set<Day>>();
    const active = activeIn(week);
    const counts = active.map(member => members.get(member)?.size ?? 0);
    return {
      week,
      frequency: [...members.values()].reduce((sum, found) => sum + found.size, 0),
      // A team is small: one coachee seen out of one is a fact, not an estimate.
      coverage: share(counts.filter(count => count >= 1).length, active.length, 1),
      twoAWeek: share(counts.filter(count => count >= 2).length, active.length, 1),
    };
  });
}

/**
 * Recognitions out of all recognitions and corrections. For information, without a target, because no target is known
 * to be right.
 */
export function recognitionShare(
  records: readonly Envelope[],
  coachId: string,
  minimum: number = MINIMUM_N,
): Share {
  const kinds = sentBy(records, coachId).map(({ note }) => note.body.kind);
  const recognitions = kinds.filter(kind => kind === 'recognition').length;
  const corrections = kinds.filter(kind => kind === 'correction').length;
  return share(recognitions, recognitions + corrections, minimum);
}

/** Below this the initial enthusiasm is fading. */
export const FADE_ALERT = 0.5;

/** Mean of weeks 5 and 6 over the mean of weeks 1 and 2 (whole weeks, oldest first). Needs six weeks. */
export function noveltyFade(weekly: readonly number[]): Figure & { alert: boolean } {
  const before = mean(weekly.slice(0, 2));
  const after = mean(weekly.slice(4, 6));
  const value =
    before === null || before === 0 || after === null || weekly.length < 6 ? null : after / before;
  return { ...figure(value, weekly.length, 6), alert: value !== null && value < FADE_ALERT };
}

/** Coefficient of variation of weekly frequency: 0 is the same every week. */
export function consistency(weekly: readonly number[]): Figure {
  return figure(variation(weekly), weekly.length, 4);
}

function sentBy(records: readonly Envelope[], coachId: string): SentNote[] {
  return sentNotes(records).filter(({ note }) => note.authorId === coachId && subjectOf(note) !== coachId);
}
