/** A coach's own routine for the day: leader standard work, counted from what was sent (R127, R130). */

import { type Calendar, type Day, DEFAULT_CALENDAR, dayOf } from '#lib/coaching/calendar.ts';
import { distinct, subjectOf } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';

export type RoutineStepId = 'check-ins' | 'recognition' | 'escalation review';

export interface RoutineStep {
  id: RoutineStepId;
  /** How many a day. */
  target: number;
}

/** The default; a coach may set their own. */
export const DEFAULT_ROUTINE: readonly RoutineStep[] = [
  { id: 'check-ins', target: 2 },
  { id: 'recognition', target: 1 },
  { id: 'escalation review', target: 1 },
];

export interface RoutineDay {
  steps: readonly (RoutineStep & { done: number })[];
  /** Steps done out of steps due. Exceeding a target does not count. */
  done: number;
  due: number;
}

/**
 * How much of the routine was done on a day. A check-in is a person to whom the coach sent a correction, question,
 * reply or verdict that day. A recognition is a note of that kind. An escalation review is a ruling; if
 * `openEscalations` is 0, there was nothing to review, and that step is not due.
 */
export function routineOf(
  records: readonly Envelope[],
  coachId: string,
  day: Day,
  openEscalations: number,
  routine: readonly RoutineStep[] = DEFAULT_ROUTINE,
  calendar: Calendar = DEFAULT_CALENDAR,
): RoutineDay {
  const sent = distinct(records).filter(
    record => record.authorId === coachId && dayOf(record.createdAt, calendar) === day,
  );
  const toOthers = sent.filter(record => subjectOf(record) !== coachId);
  const recognitions = toOthers.filter(
    record => record.type === 'note' && record.body.kind === 'recognition',
  );
  const checkIns = toOthers.filter(
    record => ['note', 'reply', 'verdict'].includes(record.type) && !recognitions.includes(record),
  );
  const counts: Readonly<Record<RoutineStepId, number>> = {
    'check-ins': new Set(checkIns.map(subjectOf)).size,
    recognition: recognitions.length,
    'escalation review': sent.filter(record => record.type === 'ruling').length,
  };
  const steps = routine
    .filter(step => step.id !== 'escalation review' || openEscalations > 0 || counts[step.id] > 0)
    .map(step => ({ ...step, done: Math.min(counts[step.id], step.target) }));
  const sum = (pick: (step: RoutineStep & { done: number }) => number) =>
    steps.reduce((total, step) => total + pick(step), 0);
  return { steps, done: sum(step => step.done), due: sum(step => step.target) };
}
