/**
 * Cohen's kappa for two raters, plain and weighted. Weighted variants have thresholds of their own and are never
 * compared with each other.
 */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/**
 * Null without pairs, and where chance alone would agree everywhere (both raters gave one and the same level
 * throughout). Levels that nobody gave are dropped first; the distance of two levels is counted in the levels left.
 */
export function kappa(pairs: readonly (readonly [number, number])[], weights: KappaWeights): number | null {
  const levels = [...new Set(pairs.flat())].sort((a, b) => a - b);
  const place = new Map(levels.map((level, i) => [level, i]));
  const rows = levels.map(() => 0);
  const columns = levels.map(() => 0);
  const apart = distanceBy(weights, levels.length);
  let observed = 0;
  for (const [a, b] of pairs) {
    const [i, j] = [place.get(a) ?? 0, place.get(b) ?? 0];
    rows[i] = (rows[i] ?? 0) + 1;
    columns[j] = (columns[j] ?? 0) + 1;
    observed += apart(i, j);
  }
  let expected = 0;
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      expected += (apart(i, j) * row * column) / pairs.length;
    });
  });
  return expected > 0 ? 1 - observed / expected : null;
}

function distanceBy(weights: KappaWeights, count: number): (i: number, j: number) => number {
  const span = Math.max(1, count - 1);
  if (weights === 'none') return (i, j) => (i === j ? 0 : 1);
  return (i, j) => (Math.abs(i - j) / span) ** (weights === 'linear' ? 1 : 2);
}
