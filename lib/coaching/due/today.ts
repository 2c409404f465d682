/** What a person owes, and the one thing for today (R062, R203). */

import { standingOf } from '#lib/coaching/behaviours/activation.ts';
import { activeBehaviours } from '#lib/coaching/behaviours/limits.ts';
import { ofType, subjectOf } from '#lib/coaching/history.ts';
import { askingLoops, loopsOf } from '#lib/coaching/loop/all-loops.ts';
import { DEFAULT_CLOCKS, type LoopClocks } from '#lib/coaching/loop/clocks.ts';
import type { Loop, Step } from '#lib/coaching/loop/loop.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Behaviour, Commitment, Note } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';

const WEEK = 7 * DAY;

export interface OwedStep extends Step {
  note: Note;
  loop: Loop;
  /** The other member involved. */
  withId: string;
}

/** All steps that this member owes, the earliest deadline first. */
export function owedBy(
  records: readonly Envelope[],
  memberId: string,
  now: number,
  clocks: LoopClocks = DEFAULT_CLOCKS,
): OwedStep[] {
  const concerns = (note: Note) => note.authorId === memberId || subjectOf(note) === memberId;
  return askingLoops(records, now, clocks, concerns)
    .flatMap(({ note, loop }) =>
      loop.owed
        .filter(step => step.memberId === memberId)
        .map(step => ({
          ...step,
          note,
          loop,
          withId: memberId === note.authorId ? subjectOf(note) : note.authorId,
        })),
    )
    .sort((a, b) => a.dueAt - b.dueAt || (a.note.id < b.note.id ? -1 : 1));
}

export type OneThing =
  | { kind: 'step'; step: OwedStep }
  | { kind: 'behaviour'; behaviour: Behaviour }
  | { kind: 'nothing' };

/**
 * The one thing at the top of a person's sidebar: the owed step that is due first, if it is due within a day;
 * otherwise the commitment that is due next; otherwise the oldest active behaviour; otherwise nothing, and the view
 * says so.
 */
export function oneThing(
  records: readonly Envelope[],
  memberId: string,
  now: number,
  clocks: LoopClocks = DEFAULT_CLOCKS,
): OneThing {
  const owed = owedBy(records, memberId, now, clocks);
  const soon = owed.find(step => step.dueAt <= now + DAY);
  const evidenceStep = owed.find(step => step.step === 'evidence');
  const step = soon ?? evidenceStep ?? owed[0];
  if (step) return { kind: 'step', step };
  const behaviour = activeBehaviours(records, memberId).find(
    candidate => standingOf(candidate, records).state === 'active',
  );
  return behaviour ? { kind: 'behaviour', behaviour } : { kind: 'nothing' };
}

/** A person's open commitments due within seven days, including overdue ones. An empty list means: make one (R062). */
export function dueThisWeek(records: readonly Envelope[], memberId: string, now: number): Commitment[] {
  const superseded = new Set(ofType(records, 'commitment').map(commitment => commitment.body.resizes));
  // One's own verdict settles only commitments to oneself.
  const toOthers = new Set(
    loopsOf(records, now)
      .filter(({ note }) => note.authorId !== memberId)
      .flatMap(({ loop }) => loop.commitments.map(commitment => commitment.id)),
  );
  const judged = new Set(
    ofType(records, 'verdict')
      .filter(verdict => verdict.authorId !== memberId || !toOthers.has(verdict.refs[0] ?? ''))
      .map(verdict => verdict.refs[0]),
  );
  return ofType(records, 'commitment')
    .filter(
      commitment =>
        commitment.authorId === memberId &&
        !superseded.has(commitment.id) &&
        !judged.has(commitment.id) &&
        commitment.body.dueAt <= now + WEEK,
    )
    .sort((a, b) => a.body.dueAt - b.body.dueAt || (a.id < b.id ? -1 : 1));
}
