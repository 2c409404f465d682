/** The coefficients once more, from their definitions and without the shortcuts that the product takes. */
import type { AlphaMetric } from '#lib/coaching/calibration/alpha.ts';

/** Alpha as the mean distance within units over the mean distance of all pairable values. */
export function alphaByPairs(units: readonly (readonly number[])[], metric: AlphaMetric): number | null {
  const pairable = units.filter(values => values.length >= 2);
  const all = pairable.flat();
  const distance = (a: number, b: number): number => {
    if (a === b) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'interval') return (a - b) ** 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const strictly = all.filter(value => value > low && value < high).length;
    const ends = all.filter(value => value === low || value === high).length;
    return (strictly + ends / 2) ** 2;
  };
  let observed = 0;
  for (const values of pairable) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      for (let j = 0; j < values.length; j++) if (i !== j) sum += distance(values[i] ?? 0, values[j] ?? 0);
    }
    observed += sum / (values.length - 1);
  }
  let expected = 0;
  for (let i = 0; i < all.length; i++) {
    for (let j = 0; j < all.length; j++) if (i !== j) expected += distance(all[i] ?? 0, all[j] ?? 0);
  }
  if (expected === 0) return null;
  return 1 - observed / all.length / (expected / (all.length * (all.length - 1)));
}

/** Kappa from a table of agreement weights: the share agreed, the share that chance would agree. */
export function kappaByTable(
  pairs: readonly (readonly [number, number])[],
  weights: 'none' | 'linear' | 'quadratic',
): number | null {
  if (pairs.length === 0) return null;
  const levels = [...new Set(pairs.flat())].sort((a, b) => a - b);
  if (levels.length < 2) return null;
  const k = levels.length;
  const agree = (a: number, b: number): number => {
    const step = Math.abs(levels.indexOf(a) - levels.indexOf(b)) / (k - 1);
    return weights === 'none' ? Number(a === b) : weights === 'linear' ? 1 - step : 1 - step * step;
  };
  const share = (level: number, side: 0 | 1) =>
    pairs.filter(pair => pair[side] === level).length / pairs.length;
  let [observed, chance] = [0, 0];
  for (const [a, b] of pairs) observed += agree(a, b) / pairs.length;
  for (const a of levels) for (const b of levels) chance += share(a, 0) * share(b, 1) * agree(a, b);
  return (observed - chance) / (1 - chance);
}
