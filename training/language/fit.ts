/**
 * Fits the weights: multinomial logistic regression by stochastic gradient descent with steps after Adagrad. The order
 * is fixed and there is no arithmetic but +, −, ×, ÷ and the square root, which IEEE 754 fixes to the last digit. So
 * the same sentences give the same weights on every machine.
 */
import { BIAS, inputOf, KINDS, type Model, numberOf, sharesOf } from '#lib/coaching/language/model.ts';

export interface Example {
  features: readonly string[];
  /** The verdict's place among VERDICTS. */
  kind: number;
}

const EPOCHS = 30;
/** The weights are the mean of those after each epoch from here on. */
const FIRST_COUNTED = 5;
const STEP = 0.1;
const DECAY = 0.003;
/** A feature of fewer sentences than this says more about the sentence than about the language. */
const FEWEST = 2;

/** The features that occur often enough. */
export function commonFeatures(examples: readonly Example[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const id of new Set(features.map(numberOf))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST).map(([id]) => id));
}

export function fitWeights(examples: readonly Example[], allowed: ReadonlySet<number>): Model {
  const places = new Map([...allowed].sort((a, b) => a - b).map((id, place) => [id, place]));
  const inputs = examples.map(({ features, kind }) => {
    const { ids, values } = inputOf(features, id => places.has(id));
    return {
      kind,
      places: Uint32Array.from([...ids.map(id => places.get(id) ?? 0), places.size]),
      values: Float64Array.from([...values, BIAS]),
    };
  });
  const weights = new Float64Array((places.size + 1) * KINDS);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const order = inputs.map((_, i) => i);
  const random = generator();
  const sums = new Float64Array(weights.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const input = inputs[i];
      if (input) step(input, weights, squares);
    }
    if (epoch >= FIRST_COUNTED)
      weights.forEach((weight, i) => {
        sums[i] = (sums[i] ?? 0) + weight;
      });
  }
  const means = sums.map(sum => sum / (EPOCHS - FIRST_COUNTED));
  const row = (place: number) => [...means.subarray(place * KINDS, (place + 1) * KINDS)];
  return {
    bias: row(places.size),
    weights: new Map([...places].map(([id, place]) => [id, row(place)])),
  };
}

interface Input {
  kind: number;
  places: Uint32Array;
  values: Float64Array;
}

function step({ kind, places, values }: Input, weights: Float64Array, squares: Float64Array): void {
  const scores = Array.from({ length: KINDS }, () => 0);
  for (let i = 0; i < places.length; i++) {
    const at = (places[i] ?? 0) * KINDS;
    for (let k = 0; k < KINDS; k++) scores[k] = (scores[k] ?? 0) + (weights[at + k] ?? 0) * (values[i] ?? 0);
  }
  const wrong = sharesOf(scores).map((share, k) => share - (k === kind ? 1 : 0));
  for (let i = 0; i < places.length; i++) {
    const at = (places[i] ?? 0) * KINDS;
    for (let k = 0; k < KINDS; k++) {
      const gradient = (wrong[k] ?? 0) * (values[i] ?? 0) + DECAY * (weights[at + k] ?? 0);
      const sum = (squares[at + k] ?? 0) + gradient * gradient;
      squares[at + k] = sum;
      weights[at + k] = (weights[at + k] ?? 0) - (STEP * gradient) / Math.sqrt(sum);
    }
  }
}

/** Xorshift, 32 bits: the same numbers every time. */
function generator(): () => number {
  let state = 0x2545f491;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    const kept = list[i] ?? 0;
    list[i] = list[j] ?? 0;
    list[j] = kept;
  }
}

/** The features that weigh most, counted by how many sentences they move. */
export function heaviest(model: Model, examples: readonly Example[], most: number): Set<number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of features) {
      const id = numberOf(feature);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const importance = (id: number) => {
    const row = model.weights.get(id) ?? [];
    return Math.sqrt(counts.get(id) ?? 0) * (Math.max(...row) - Math.min(...row));
  };
  const ranked = [...model.weights.keys()].map(id => ({ id, is: importance(id) }));
  ranked.sort((a, b) => b.is - a.is || a.id - b.id);
  return new Set(ranked.slice(0, most).map(({ id }) => id));
}
