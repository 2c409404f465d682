/** Reviews of several people: each writes a part of their own, which joins the first; together they have one decision. */
import { ofType } from '#lib/coaching/history.ts';
import { decisionId } from '#lib/records/create.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import { type Seat, seats } from '#lib/records/kinds/review.ts';
import type { Decision, Review } from '#lib/records/types.ts';

/** The review that the others join: itself, if it joins none. */
export function rootIdOf({ id, body }: Review): string {
  return body.joins ?? id;
}

/** The one decision of a review; records under any other id are no decision of it. */
export function decisionOf(records: readonly Envelope[], review: Review): Decision | undefined {
  const id = decisionId(rootIdOf(review));
  return ofType(records, 'decision').find(decision => decision.id === id);
}

/** All parts of a review, the first one first. */
export function partsOf(records: readonly Envelope[], rootId: string): Review[] {
  const parts = ofType(records, 'review').filter(review => rootIdOf(review) === rootId);
  return parts.sort((a, b) => Number(b.id === rootId) - Number(a.id === rootId));
}

/** Who has which seat at a shared piece of work; a seat that two took is the first one's (R126). */
export function seatsTaken(records: readonly Envelope[], rootId: string): Record<Seat, Review | undefined> {
  const parts = ofType(records, 'review').filter(review => rootIdOf(review) === rootId);
  return Object.fromEntries(
    seats.map(seat => [seat, parts.find(({ body }) => body.seat === seat)]),
  ) as Record<Seat, Review | undefined>;
}
