/** Stalls in numbers: how many, how soon somebody acted, and of what kind. */

import { ofType } from '#lib/coaching/history.ts';
import type { Envelope } from '#lib/records/envelope.ts';
import type { Diagnosis, StallClass } from '#lib/records/kinds/ruling.ts';
import { type Figure, figure, MINIMUM_N, median, type Share, share } from './statistics.ts';

/** A past stall as the device saw it, stored when it was computed, because computing leaves no trace. */
export interface PastStall {
  key: string;
  memberId: string;
  cycleId: string;
  since: number;
}

export interface StallNumbers {
  /** Member-cycles with at least one stall, out of all active member-cycles. */
  rate: Share;
  /** Median ms to the first ruling, and to the ruling that resolved it. */
  toResponse: Figure;
  toResolve: Figure;
  classes: Readonly<Record<StallClass, number>>;
  diagnoses: Readonly<Record<Diagnosis, number>>;
}

export function stallNumbers(
  stalls: readonly PastStall[],
  activeMemberCycles: number,
  records: readonly Envelope[],
  minimum: number = MINIMUM_N,
): StallNumbers {
  const rulings = ofType(records, 'ruling').filter(ruling => ruling.body.on === 'stall');
  const classes: Record<StallClass, number> = { reminder: 0, strategy: 0, personal: 0 };
  const diagnoses: Record<Diagnosis, number> = { skill: 0, confidence: 0, workload: 0, support: 0 };
  const response: number[] = [];
  const resolve: number[] = [];
  const once = new Map(stalls.map(stall => [`${stall.key} ${stall.since}`, stall]));
  for (const stall of once.values()) {
    const own = rulings.filter(ruling => ruling.body.key === stall.key && ruling.createdAt >= stall.since);
    const [first] = own;
    const resolved = own.find(ruling => ruling.body.resolved);
    if (first) response.push(first.createdAt - stall.since);
    if (resolved) resolve.push(resolved.createdAt - stall.since);
    const last = own.at(-1);
    if (last?.body.stallClass) classes[last.body.stallClass] += 1;
    if (last?.body.diagnosis) diagnoses[last.body.diagnosis] += 1;
  }
  const touched = new Set([...once.values()].map(stall => `${stall.memberId} ${stall.cycleId}`)).size;
  return {
    rate: share(touched, activeMemberCycles, minimum),
    toResponse: figure(median(response), response.length, minimum),
    toResolve: figure(median(resolve), resolve.length, minimum),
    classes,
    diagnoses,
  };
}
