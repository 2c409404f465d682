/**
 * Leader standard work (R127–R130): the morning look at the indicators, a walk to where the work is, two check-ins, one
 * recognition, one escalation review. What was sent counts by itself; the look and the walk are ticked, because only the
 * person knows.
 */
import { type Calendar, type Day, DEFAULT_CALENDAR } from '#lib/coaching/calendar.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { StepKind } from '#lib/records/kinds/routine.ts';
import type { Routine, Run } from '#lib/records/types.ts';
import { type RoutineStepId, routineOf } from './routine.ts';

export interface StepDone {
  id: string;
  kind: StepKind;
  text: string;
  target: number;
  done: number;
  /** Counted from what was sent, so there is nothing to tick. */
  counted: boolean;
}

export interface StandardWork {
  steps: StepDone[];
  /** Steps done out of steps due; going beyond a target does not count. */
  done: number;
  due: number;
}

const COUNTED: Readonly<Partial<Record<StepKind, RoutineStepId>>> = {
  checkIns: 'check-ins',
  recognition: 'recognition',
  escalations: 'escalation review',
};

/** Which of the three sentences of plain words are missing (R128). */
export function missingPlainWords(
  plain: Routine['body']['plain'],
): ('huddles' | 'coaching' | 'dailyChecks')[] {
  return (['huddles', 'coaching', 'dailyChecks'] as const).filter(
    part => (plain?.[part] ?? '').trim() === '',
  );
}

/**
 * How far a coach is with the steps of a day. `run` is that day's run, if it has begun. With no open escalation there is
 * nothing to review, and that step is not due.
 */
export function standardWorkOn(
  routine: Routine,
  run: Run | undefined,
  sent: { records: readonly Envelope[]; coachId: string; day: Day; openEscalations: number },
  calendar: Calendar = DEFAULT_CALENDAR,
): StandardWork {
  const most = routine.body.steps.flatMap(({ kind, target }) => {
    const id = COUNTED[kind];
    return id === undefined ? [] : [{ id, target }];
  });
  const counted = routineOf(sent.records, sent.coachId, sent.day, sent.openEscalations, most, calendar);
  const steps = routine.body.steps.flatMap(({ id, kind, text, target }): StepDone[] => {
    const ticked = run?.body.steps.find(step => step.id === id)?.done ?? 0;
    const counter = COUNTED[kind];
    if (counter === undefined) {
      return [{ id, kind, text, target, done: Math.min(ticked, target), counted: false }];
    }
    const own = counted.steps.find(step => step.id === counter);
    return own ? [{ id, kind, text, target, done: own.done, counted: true }] : [];
  });
  const sum = (pick: (step: StepDone) => number) => steps.reduce((total, step) => total + pick(step), 0);
  return { steps, done: sum(step => step.done), due: sum(step => step.target) };
}

/**
 * The audience of a coach's own standard work and of its runs: the team sees its leaders practise, unless the workspace
 * chose otherwise (R130). Somebody who leads nobody cannot write for all.
 */
export function audienceOfStandardWork(leads: boolean, visibleToTeam = true): 'workspace' | 'author' {
  return leads && visibleToTeam ? 'workspace' : 'author';
}
