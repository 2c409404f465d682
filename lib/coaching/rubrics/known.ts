/** All rubrics that a score can be read with. */
import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Rubric, shippedRubrics } from './rubrics.ts';

/** The shipped ones and the workspace's own, in every version: a score stays with the version it was given on. */
export function knownRubrics(records: readonly Envelope[]): Rubric[] {
  return [...shippedRubrics, ...ofType(records, 'rubric').map(({ body }): Rubric => body)];
}
