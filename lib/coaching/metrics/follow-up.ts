/** How reliably a coach looks again: their own verdicts on what was promised in answer to their own notes. */

import { retractedNotes, subjectOf } from '#lib/coaching/history.ts';
import { loopsOf } from '#lib/coaching/loop/all-loops.ts';
import { DEFAULT_CLOCKS } from '#lib/coaching/loop/clocks.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Commitment, isType, type Verdict } from '#lib/records/types.ts';
import { MINIMUM_N, type Share, share } from './statistics.ts';

/**
 * This coach's verdicts given in time (`within` ms of the due date), out of the commitments due in `[from, to)` that answer
 * this coach's notes and were judged in time or due at least that long ago. What people promise themselves, or another
 * coach, asks nothing of this one. Where a colleague gave the verdict in time, nothing was left to do: it counts
 * neither way.
 */
export function followUpOf(
  records: readonly Envelope[],
  coachId: string,
  [from, to]: readonly [from: number, to: number],
  now: number,
  minimum: number = MINIMUM_N,
  within: number = DEFAULT_CLOCKS.verdict,
): Share {
  const retracted = retractedNotes(records);
  const verdicts = Map.groupBy(
    records.filter(record => isType(record, 'verdict')),
    verdict => verdict.refs[0],
  );
  const loops = loopsOf(
    records,
    now,
    DEFAULT_CLOCKS,
    note => note.authorId === coachId && subjectOf(note) !== coachId && !retracted.has(note.id),
  );
  const outcomes = loops.flatMap(({ loop: { commitments } }) => {
    const superseded = new Set(commitments.map(({ body }) => body.resizes));
    return commitments
      .filter(({ id, body }) => !superseded.has(id) && body.dueAt >= from && body.dueAt < to)
      .map(commitment => outcomeOf(commitment, verdicts.get(commitment.id) ?? [], coachId, { now, within }));
  });
  const followed = outcomes.filter(outcome => outcome === 'followed').length;
  const missed = outcomes.filter(outcome => outcome === 'missed').length;
  return share(followed, followed + missed, minimum);
}

function outcomeOf(
  { authorId, body: { dueAt } }: Commitment,
  verdicts: readonly Verdict[],
  coachId: string,
  { now, within }: { now: number; within: number },
): 'followed' | 'missed' | 'not asked' {
  const until = dueAt + within;
  const inTime = verdicts.filter(verdict => verdict.createdAt <= until && verdict.authorId !== authorId);
  if (inTime.some(verdict => verdict.authorId === coachId)) return 'followed';
  return inTime.length === 0 && now > until ? 'missed' : 'not asked';
}
