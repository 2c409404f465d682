/**
 * A linear model: each feature has a weight for each verdict. It uses nothing but +, −, × and ÷, so that every machine
 * comes to the same answer.
 */
import { strengthOf } from './features.ts';
import { VERDICTS, type Verdict } from './types.ts';

export interface Model {
  /** By the feature's number; each has one weight for each verdict. */
  weights: ReadonlyMap<number, readonly number[]>;
  bias: readonly number[];
}

export const KINDS = VERDICTS.length;
/** Observable and needs-standard: a camera sees it. */
const SEEN = 2;
/** The input of the bias. */
export const BIAS = 0.3;

/** FNV-1a over the name's UTF-16 units, folded to 24 bits. */
export function numberOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return ((hash >>> 24) ^ hash) & 0xffffff;
}

/** The features that the model knows, and their values: together they are one unit long, however long the text is. */
export function inputOf(
  features: readonly string[],
  knows: (feature: number) => boolean,
): { ids: number[]; values: number[] } {
  const ids: number[] = [];
  const values: number[] = [];
  let squares = 1;
  for (const feature of features) {
    const id = numberOf(feature);
    if (!knows(id)) continue;
    const strength = strengthOf(feature);
    ids.push(id);
    values.push(strength);
    squares += strength * strength;
  }
  const length = Math.sqrt(squares);
  return { ids, values: values.map(value => value / length) };
}

export function scoresOf(features: readonly string[], { weights, bias }: Model): number[] {
  const { ids, values } = inputOf(features, id => weights.has(id));
  const scores = bias.map(weight => weight * BIAS);
  ids.forEach((id, i) => {
    const row = weights.get(id) ?? [];
    for (let kind = 0; kind < KINDS; kind++)
      scores[kind] = (scores[kind] ?? 0) + (row[kind] ?? 0) * (values[i] ?? 0);
  });
  return scores;
}

/** First the side of the gate, by what both of its verdicts weigh together; then the likelier verdict on that side. */
export function decide(scores: readonly number[]): Verdict {
  const shares = sharesOf(scores);
  const seen = shares.slice(0, SEEN).reduce((sum, share) => sum + share, 0);
  const [from, to] = seen >= 0.5 ? [0, SEEN] : [SEEN, KINDS];
  let best = from;
  for (let kind = from; kind < to; kind++) if ((scores[kind] ?? 0) > (scores[best] ?? 0)) best = kind;
  return VERDICTS[best] ?? 'observable';
}

const PERSONAL = VERDICTS.indexOf('personal');
/** Whether a verdict `personal` is sure enough to stop a note: its share of one is the language's `stopsFrom` or more. */
export function isSure(scores: readonly number[], stopsFrom: number): boolean {
  return (sharesOf(scores)[PERSONAL] ?? 0) >= stopsFrom;
}

/** What the scores mean as shares of one. */
export function sharesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map(score => exp(score - most));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map(power => power / sum);
}

/** e to the power of `x` ≤ 0. Math.exp may differ in its last digit from one engine to the next; this does not. */
export function exp(x: number): number {
  if (x < -60) return 0;
  const halvings = Math.round(-x / Math.LN2);
  const rest = x + halvings * Math.LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i < 16; i++) {
    term = (term * rest) / i;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum /= 2;
  return sum;
}
