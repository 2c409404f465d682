/** Did it pay? Value against cost, always as a range, in the workspace's one currency (R196). */

/** The three most defensible levers come first (R197). */
export const leverKinds = ['rework', 'decision time', 'utilisation', 'custom'] as const;
export type LeverKind = (typeof leverKinds)[number];

export interface Range {
  low: number;
  expected: number;
  high: number;
}

export interface Lever {
  kind: LeverKind;
  name: string;
  /** How many units better over the whole time: hours of rework saved, days won. Below 0 if it got worse. */
  delta: number;
  /** What one unit is worth. */
  unitValue: Range;
  /** The share of it that is put down to the programme, 0–1. */
  attribution: number;
}

export interface Cost {
  coachHours: number;
  coachRate: number;
  coacheeHours: number;
  coacheeRate: number;
  licences: number;
  ai: number;
}

export type RoiProblem = 'cost' | 'attribution' | 'range' | 'months' | 'number';

export interface Roi {
  cost: number;
  value: Range;
  /** Value minus cost, over cost; null if there is no cost: not infinite, undefined. */
  roi: Range | null;
  /** Months until the value covers the cost, by the value of each case; null where that never happens. */
  paybackMonths: { [K in keyof Range]: number | null };
  /** The value of twelve months at this pace; null below three months, and always to be labelled. */
  annualValue: Range | null;
  problems: readonly RoiProblem[];
}

/** With fewer months nothing is carried forward to a year. */
export const MONTHS_TO_ANNUALISE = 3;

const CASES = ['low', 'expected', 'high'] as const;

/** `months`: how long the value and the cost took to arise. */
export function roiOf(levers: readonly Lever[], parts: Cost, months: number): Roi {
  const cost = costOf(parts);
  const value = rangeOf(each => levers.reduce((sum, lever) => sum + worthOf(lever, each), 0));
  const problems = problemsOf(levers, parts, months);
  const known = problems.every(problem => problem === 'cost');
  const monthly = rangeOf(each => (known ? value[each] / months : 0));
  const payback = (each: keyof Range) => (cost > 0 && monthly[each] > 0 ? cost / monthly[each] : null);
  return {
    cost,
    value,
    roi: known && cost > 0 ? rangeOf(each => (value[each] - cost) / cost) : null,
    paybackMonths: { low: payback('low'), expected: payback('expected'), high: payback('high') },
    annualValue: known && months >= MONTHS_TO_ANNUALISE ? rangeOf(each => monthly[each] * 12) : null,
    problems,
  };
}

export function costOf({ coachHours, coachRate, coacheeHours, coacheeRate, licences, ai }: Cost): number {
  return coachHours * coachRate + coacheeHours * coacheeRate + licences + ai;
}

/** For a lever that got worse, the low case is the one in which a unit is worth most. */
function worthOf({ delta, unitValue, attribution }: Lever, each: keyof Range): number {
  const opposite = { low: 'high', expected: 'expected', high: 'low' } as const;
  return delta * unitValue[delta < 0 ? opposite[each] : each] * attribution;
}

function rangeOf(of: (each: keyof Range) => number): Range {
  return { low: of('low'), expected: of('expected'), high: of('high') };
}

function problemsOf(levers: readonly Lever[], parts: Cost, months: number): RoiProblem[] {
  const problems: RoiProblem[] = [];
  const numbers = [
    ...Object.values(parts),
    ...levers.flatMap(({ delta, unitValue }) => [delta, ...CASES.map(each => unitValue[each])]),
  ];
  if (numbers.some(number => !Number.isFinite(number))) problems.push('number');
  if (Object.values(parts).some(part => part < 0) || costOf(parts) <= 0) problems.push('cost');
  if (levers.some(({ attribution }) => !(attribution >= 0 && attribution <= 1))) problems.push('attribution');
  const ordered = ({ unitValue: { low, expected, high } }: Lever) => low <= expected && expected <= high;
  if (!levers.every(ordered)) problems.push('range');
  if (!(months > 0)) problems.push('months');
  return problems;
}
