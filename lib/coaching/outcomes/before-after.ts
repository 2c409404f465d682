/** A metric before and after, for a confined pilot (R199): two windows, each with its n, and no word of a cause. */
import type { Day } from '#lib/coaching/calendar.ts';
import { type Figure, figure, MINIMUM_N, mean } from '#lib/coaching/metrics/statistics.ts';
import { compositionChange } from './composition.ts';
import type { Reading } from './metric.ts';

/** Both days included. */
export type Window = readonly [from: Day, to: Day];

export interface BeforeAfter {
  evidence: 'before and after';
  before: Figure & { window: Window; people: number };
  after: Figure & { window: Window; people: number };
  /** After minus before; null until both have enough readings. */
  delta: number | null;
  /** The share of people who are in one window only; null where readings name nobody. */
  composition: number | null;
}

/** `readings` are of one metric. Throws a RangeError if the windows overlap: a reading would count on both sides. */
export function beforeAfter(
  readings: readonly Reading[],
  before: Window,
  after: Window,
  minimum: number = MINIMUM_N,
): BeforeAfter {
  if (before[0] > before[1] || after[0] > after[1] || before[1] >= after[0]) {
    throw new RangeError('The window after begins when the window before is over.');
  }
  const inside = ([from, to]: Window) => readings.filter(({ day }) => day >= from && day <= to);
  const [earlier, later] = [inside(before), inside(after)];
  const side = (found: readonly Reading[], window: Window) => ({
    ...figure(mean(found.map(({ value }) => value)), found.length, minimum),
    window,
    people: peopleIn(found).size,
  });
  const [a, b] = [side(earlier, before), side(later, after)];
  return {
    evidence: 'before and after',
    before: a,
    after: b,
    delta: a.value === null || b.value === null ? null : b.value - a.value,
    composition: compositionChange(peopleIn(earlier), peopleIn(later)),
  };
}

function peopleIn(readings: readonly Reading[]): Set<string> {
  return new Set(readings.flatMap(({ personId }) => (personId === undefined ? [] : [personId])));
}
