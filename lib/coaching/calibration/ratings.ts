/** What several raters gave to the same units: the input of every coefficient of agreement. */

export interface Rating {
  /** What was scored: one artifact, or one criterion of it. */
  unit: string;
  rater: string;
  /** The level; null if the rater gave none ("not applicable"). */
  value: number | null;
}

/** One unit with the values that it was given, by rater. Raters without a value are not in it. */
export interface Unit {
  id: string;
  values: ReadonlyMap<string, number>;
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every unit with at least one value, in the order of their ids: the order in which ratings arrive must not change a
 * seeded interval. If a rater scored a unit twice, the last one counts.
 */
export function unitsOf(ratings: readonly Rating[]): Unit[] {
  const units = new Map<string, Map<string, number>>();
  for (const { unit, rater, value } of ratings) {
    const values = units.get(unit) ?? new Map<string, number>();
    units.set(unit, values);
    if (value === null) values.delete(rater);
    else values.set(rater, value);
  }
  return [...units]
    .filter(([, values]) => values.size > 0)
    .sort(([a], [b]) => inOrder(a, b))
    .map(([id, values]) => ({ id, values: new Map([...values].sort(([a], [b]) => inOrder(a, b))) }));
}

/** Units that at least two raters scored. Only these say anything about agreement. */
export function doubleScored(units: readonly Unit[]): Unit[] {
  return units.filter(({ values }) => values.size >= 2);
}

/** The raters who scored at least one of the units, in order. */
export function ratersOf(units: readonly Unit[]): string[] {
  return [...new Set(units.flatMap(({ values }) => [...values.keys()]))].sort(inOrder);
}

/** The levels that were used, lowest first. Levels that nobody gave are dropped. */
export function levelsOf(units: readonly Unit[]): number[] {
  return [...new Set(units.flatMap(({ values }) => [...values.values()]))].sort((a, b) => a - b);
}

/** All pairs of values that two raters gave to one unit; each pair once. */
export function pairsOf(units: readonly Unit[]): [number, number][] {
  return units.flatMap(({ values }) => {
    const all = [...values.values()];
    return all.flatMap((a, i) => all.slice(i + 1).map((b): [number, number] => [a, b]));
  });
}
