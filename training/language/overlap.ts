/** Whether held-out sentences are near-copies of sentences to train on, which would flatter the figures. */
import { tokensOf } from '#lib/coaching/language/tokens.ts';
import type { Labelled } from './sentences.ts';

/** The share of words and pairs of words from which two sentences count as copies of one another. */
const COPY = 0.6;

/** The held-out sentences that have a near-copy among the others, each with it. */
export function nearCopies(all: readonly Labelled[]): [heldOut: string, known: string][] {
  const known = all.filter(({ heldOut }) => !heldOut).map(({ sentence }) => partsOf(sentence));
  const having = new Map<string, number[]>();
  known.forEach(({ parts }, i) => {
    for (const part of parts) {
      const list = having.get(part);
      if (list) list.push(i);
      else having.set(part, [i]);
    }
  });
  return all.flatMap(({ sentence, heldOut }): [string, string][] => {
    if (!heldOut) return [];
    const { parts } = partsOf(sentence);
    const shared = new Map<number, number>();
    for (const part of parts) for (const i of having.get(part) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    for (const [i, count] of shared) {
      const other = known[i];
      if (other && count / (parts.size + other.parts.size - count) >= COPY)
        return [[sentence, other.sentence]];
    }
    return [];
  });
}

function partsOf(sentence: string): { sentence: string; parts: Set<string> } {
  const words = tokensOf(sentence)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ lower }) => lower);
  return { sentence, parts: new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]) };
}
