/**
 * What waits for a coach, the earliest deadline first: replies, verdicts, days to look again, and patterns and stalls
 * that name them (R059, R150).
 */

import { distinct, subjectOf } from '#lib/coaching/history.ts';
import {
  DEFAULT_PATTERNS,
  type Pattern,
  type PatternSettings,
  patternsOf,
} from '#lib/coaching/stalls/patterns.ts';
import {
  DEFAULT_STALLS,
  type Stall,
  type StallInput,
  type StallSettings,
  stallsOf,
} from '#lib/coaching/stalls/stalls.ts';
import type { Note } from '#lib/records/types.ts';
import { DAY } from '#lib/time.ts';
import { toLookAgain } from './look-again.ts';
import { type OwedStep, owedBy } from './today.ts';

/** A pattern needs a ruling within a day of the correction that raised it, in ms. */
export const RULE_WITHIN = DAY;

interface Clocked {
  /** The same on every device, one for each thing. */
  id: string;
  /** In ms since 1970. */
  dueAt: number;
  overdue: boolean;
  /** The person it concerns; absent if it is the workspace's own matter. */
  personId: string | undefined;
}

export type Waiting = Clocked &
  (
    | { kind: 'reply' | 'verdict'; step: OwedStep }
    | { kind: 'look again'; note: Note }
    | { kind: 'pattern'; pattern: Pattern }
    | { kind: 'stall'; stall: Stall }
  );

/**
 * `input` is what this member may see about the people they coach. What they owe as a coachee is not included, nor is
 * work on oneself. Their own late reply or verdict appears as the overdue step, not a second time as a stall.
 */
export function waitingFor(
  given: StallInput,
  memberId: string,
  now: number,
  settings: StallSettings = DEFAULT_STALLS,
  repeats: PatternSettings = DEFAULT_PATTERNS,
): Waiting[] {
  // Sort once here: everything below sorts a list that is already sorted.
  const input = { ...given, records: distinct(given.records) };
  const stalls = stallsOf(input, now, settings).filter(stall => concerns(stall, memberId));
  const stuck = new Set(stalls.flatMap(stall => stall.refs));
  const steps = owedBy(input.records, memberId, now, settings.clocks).filter(
    step =>
      step.note.authorId === memberId &&
      step.withId !== memberId &&
      // If the commitment itself is stuck, that comes first: without evidence there is nothing to judge yet.
      !(step.step === 'verdict' && !step.overdue && !hasEvidence(step) && stuck.has(step.note.id)),
  );
  const mine = new Set(
    input.records
      .filter(record => record.authorId === memberId && record.type === 'note')
      .map(({ id }) => id),
  );
  const patterns = patternsOf(input.records, now, repeats).filter(pattern =>
    isFor(pattern, input, memberId, mine),
  );
  const waiting: Waiting[] = [
    ...steps.flatMap(step =>
      step.step === 'reply' || step.step === 'verdict'
        ? [
            {
              kind: step.step,
              id: `${step.step}|${step.note.id}`,
              dueAt: step.dueAt,
              overdue: step.overdue,
              personId: step.withId,
              step,
            },
          ]
        : [],
    ),
    ...patterns.map((pattern): Waiting => {
      const dueAt = pattern.lastAt + RULE_WITHIN;
      return {
        kind: 'pattern',
        id: pattern.key,
        dueAt,
        overdue: now > dueAt,
        personId: pattern.subjectId,
        pattern,
      };
    }),
    ...stalls.map(
      (stall): Waiting => ({
        kind: 'stall',
        id: stall.key,
        dueAt: stall.actBy,
        overdue: stall.overdue,
        personId: stall.memberId,
        stall,
      }),
    ),
  ];
  // What is on the list already needs no second reminder.
  const listed = new Set([...steps.map(({ note }) => note.id), ...stuck]);
  for (const note of toLookAgain(input.records, memberId, now, settings.clocks, input.calendar)) {
    const { checkInAt = now } = note.body;
    if (listed.has(note.id)) continue;
    waiting.push({
      kind: 'look again',
      id: `look again|${note.id}`,
      dueAt: checkInAt,
      overdue: now > checkInAt + DAY,
      personId: subjectOf(note),
      note,
    });
  }
  return waiting.sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
}

/** How many of these are reviews of an escalation, the way the routine counts them. */
export function openEscalations(waiting: readonly Waiting[]): number {
  return waiting.filter(({ kind }) => kind === 'pattern' || kind === 'stall').length;
}

/**
 * The stall names this member, or it is their own silence, which people should hear about from themselves first. That a
 * coach's reply or verdict is late only that coach hears, as what they owe, and whoever a ruling named: an owner who
 * happens to coach the same person is told nothing about a colleague.
 */
function concerns(stall: Stall, memberId: string): boolean {
  if (stall.memberId === memberId) return stall.rule === 'coach silent';
  const isColleagues = stall.rule === 'reply overdue' || stall.rule === 'verdict overdue';
  return isColleagues ? stall.ruling?.body.assigneeId === memberId : stall.assigneeId === memberId;
}

/** Nobody rules on a pattern of their own. Others do if they coach the person or wrote one of its notes (`own`). */
function isFor(
  { subjectId, level, members, noteIds }: Pattern,
  { pairings, ownerId }: StallInput,
  memberId: string,
  own: ReadonlySet<string>,
): boolean {
  if (subjectId === memberId) return false;
  const coached = (personId: string) =>
    pairings.some(pairing => pairing.memberId === personId && pairing.coachId === memberId);
  return (
    noteIds.some(id => own.has(id)) ||
    members.some(coached) ||
    (level === 'workspace' && ownerId === memberId)
  );
}

function hasEvidence({ loop }: OwedStep): boolean {
  return loop.state === 'evidenced';
}
