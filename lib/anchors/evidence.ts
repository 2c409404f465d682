/** How much speaks for a place: the words, what stands around them, the key of the row or field they are in. */
import { contextSimilarity, reversed } from './align.ts';
import type { PageText } from './page-text.ts';

/** Folded characters of context that are compared on each side. */
export const CONTEXT = 96;
/** What each side, and the key, weighs, in characters of quote. */
const CONTEXT_WEIGHT = 48;
/** A longer quote weighs no more than this: contexts must never drown in it. */
const MAX_QUOTE_WEIGHT = 120;

export type Place = {
  start: number;
  end: number;
  /** How much of the quote is there, 0–1. */
  similarity: number;
  before: number;
  after: number;
  score: number;
};

export type Sought = { quote: string; before: string; after: string };

/** Weighs a place. `inKey`: it lies in the keyed element (true), elsewhere though that exists (false), or unknown. */
export function weigh(
  page: PageText,
  sought: Sought,
  place: { start: number; end: number; similarity: number },
  inKey: boolean | null,
): Place {
  const { text } = page;
  const { start, end, similarity } = place;
  const lead = sought.before.slice(-CONTEXT);
  const trail = sought.after.slice(0, CONTEXT);
  const before = text.endsWith(lead, start)
    ? Number(lead !== '' || start === 0)
    : contextSimilarity(reversed(lead), reversed(text.slice(Math.max(0, start - 2 * CONTEXT), start)));
  const after = text.startsWith(trail, end)
    ? Number(trail !== '' || end === text.length)
    : contextSimilarity(trail, text.slice(end, end + 2 * CONTEXT));
  const quoteWeight = Math.min(sought.quote.length, MAX_QUOTE_WEIGHT);
  let total = quoteWeight + 2 * CONTEXT_WEIGHT;
  let sum = quoteWeight * similarity + CONTEXT_WEIGHT * (before + after);
  if (inKey !== null) {
    total += CONTEXT_WEIGHT;
    if (inKey) sum += CONTEXT_WEIGHT;
  }
  return { start, end, similarity, before, after, score: sum / total };
}
