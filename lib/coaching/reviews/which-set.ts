/** Which version of a question set is asked: the same for a whole cycle (R100). */
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { ReviewKind } from '#lib/records/kinds/review.ts';
import type { QuestionSet } from './question-sets.ts';
import { questionSets } from './question-sets.ts';

/** Where the review belongs: whose it is, and the cycle's first and last instant. */
export interface Within {
  subjectId: string | undefined;
  startAt: number;
  endAt: number;
}

/** The version that a set has in this build. */
const SHIPPED: readonly QuestionSet[] = Object.values(questionSets);

/**
 * The set with which the first review of that kind in the cycle began; else the newest that there is. `sets` are all
 * versions that this device knows. A review that was begun on a set which this device does not know is no reason to ask
 * something else: then the caller gets undefined, and asks for an update.
 */
export function setFor(
  kind: ReviewKind,
  records: readonly Envelope[],
  within: Within | undefined,
  sets: readonly QuestionSet[] = SHIPPED,
): QuestionSet | undefined {
  const first = within && firstOf(kind, records, within);
  return first ? knownSet(first.body.questionSet, sets) : newestSet(kind, sets);
}

/** The set on which a review was begun, however the template has changed since. */
export function knownSet(
  { id, version }: { id: string; version: number },
  sets: readonly QuestionSet[] = SHIPPED,
): QuestionSet | undefined {
  return sets.find(set => set.id === id && set.version === version);
}

function newestSet(kind: ReviewKind, sets: readonly QuestionSet[]): QuestionSet | undefined {
  return sets.filter(set => set.id === kind).sort((a, b) => b.version - a.version)[0];
}

function firstOf(kind: ReviewKind, records: readonly Envelope[], { subjectId, startAt, endAt }: Within) {
  return ofType(records, 'review').find(
    ({ body, createdAt, subjectId: whose }) =>
      body.kind === kind && whose === subjectId && createdAt >= startAt && createdAt <= endAt,
  );
}
